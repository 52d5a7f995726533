package brightline.proof.recount;

import brightline.proof.recount.Known.Act;
import java.util.List;

/** Searches of persons and property in the contacts, and of them those for which the school's policy was the ground. */
final class Searches implements Figure {
    @Override
    public String name() {
        return "searches";
    }

    @Override
    public Row row(List<Involvement> those, Question question) {
        List<Act> searches = those.stream()
                .filter(Involvement::ofStudent)
                .map(one -> one.counted.contact())
                .distinct()
                .flatMap(contact -> contact.acts.stream())
                .filter(act -> act.code().contains("/A2_SEARCH_"))
                .toList();
        long forSchool = searches.stream()
                .filter(act -> "SCHOOL_POLICY".equals(act.legalBasis()))
                .count();
        return new Row()
                .with("count", (long) searches.size())
                .with("forSchoolPolicy", forSchool)
                .share("forSchoolPolicy", forSchool, searches.size());
    }
}
