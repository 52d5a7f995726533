package brightline.query.students;

import brightline.edge.access.AccountRole;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an account may find of students.
 *
 * @param schools codes of the schools it is limited to; null for all
 * @param byName whether names may be searched
 * @param identity whether it is shown who a student is
 * @param birthDate whether the birth date is shown beside the age
 */
record SearchRight(@Nullable Set<String> schools, boolean byName, boolean identity, boolean birthDate) {
    /**
     * Officers and school administrators find the students of their own schools, and officers, who write the record, see the
     * birth date. A records clerk sees the match and no more, anywhere. A coordinator keeps the list and sees, without a
     * purpose, nobody's identity: an entry is found by a number that is known already.
     *
     * @param own codes of the account's own schools
     * @throws IllegalArgumentException for a role that finds nobody; the route lets none of them in
     */
    static SearchRight of(AccountRole role, Set<String> own) {
        return switch (role) {
            case SRO -> new SearchRight(own, true, true, true);
            case SCHOOL_ADMIN -> new SearchRight(own, true, true, false);
            case CLERK -> new SearchRight(null, true, true, false);
            case COORDINATOR -> new SearchRight(null, false, false, false);
            case SUPERVISOR, PROVIDER, ANALYST, AUDITOR, SYSADMIN ->
                throw new IllegalArgumentException("This role finds no students");
        };
    }

    /** Limited further to one school. */
    SearchRight within(String school) {
        Set<String> left = schools == null || schools.contains(school) ? Set.of(school) : Set.of();
        return new SearchRight(left, byName, identity, birthDate);
    }
}
