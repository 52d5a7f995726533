package brightline.command.register;

import brightline.events.AgreementId;
import brightline.events.ComparisonForm;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.agency.AgencySettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The register as it stood at one moment; answers without asking the database. */
public final class RegisterEdition {
    private final long number;
    private final AgencySettings agency;
    private final Map<SchoolCode, SchoolEntry> schools;
    private final Map<OfficerId, OfficerEntry> officers;
    private final Map<String, SchoolEntry> byCode;
    private final Map<String, OfficerEntry> byStar;
    private final List<AgreementInForce> agreements;
    private final Map<AgreementId, String> titles;
    private final List<DisciplineSection> sections;

    RegisterEdition(
            long number,
            AgencySettings agency,
            List<SchoolEntry> schools,
            List<OfficerEntry> officers,
            List<AgreementInForce> agreements,
            Map<AgreementId, String> titles,
            List<DisciplineSection> sections) {
        this.number = number;
        this.agency = agency;
        this.schools = schools.stream().collect(Collectors.toUnmodifiableMap(SchoolEntry::code, Function.identity()));
        this.officers =
                officers.stream().collect(Collectors.toUnmodifiableMap(OfficerEntry::officerId, Function.identity()));
        this.byCode = compared(schools, entry -> entry.code().value());
        this.byStar = compared(officers, OfficerEntry::starNumber);
        this.agreements = List.copyOf(agreements);
        this.titles = Map.copyOf(titles);
        this.sections = List.copyOf(sections);
    }

    /** By the form in which they are compared; what two entries share leads to neither. */
    private static <T> Map<String, T> compared(List<T> entries, Function<T, String> text) {
        return entries.stream()
                .collect(Collectors.groupingBy(entry -> ComparisonForm.of(text.apply(entry))))
                .entrySet()
                .stream()
                .filter(same -> same.getValue().size() == 1)
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, same -> same.getValue().getFirst()));
    }

    long number() {
        return number;
    }

    /** {@link AgencySettings#DEFAULT} until the agency said something. */
    public AgencySettings agency() {
        return agency;
    }

    /** The school year of a moment, as {@link AgencySettings#schoolYear} names it. */
    public String schoolYear(Instant moment) {
        return agency.schoolYear(moment.atZone(agency.zone()).toLocalDate());
    }

    /** The school of that code, however it is written ({@link ComparisonForm}): its entry has the code as first written. */
    public Optional<SchoolEntry> school(SchoolCode code) {
        return Optional.ofNullable(schools.get(code))
                .or(() -> Optional.ofNullable(byCode.get(ComparisonForm.of(code.value()))));
    }

    /** The code as first written, where it is known however written; else itself. */
    public SchoolCode asRegistered(SchoolCode code) {
        return school(code).map(SchoolEntry::code).orElse(code);
    }

    /** The star as first written, where it is known however written; else itself without outer blanks. */
    public String starAsRegistered(String starNumber) {
        return officerByStar(starNumber).map(OfficerEntry::starNumber).orElse(starNumber.strip());
    }

    public Optional<OfficerEntry> officer(OfficerId id) {
        return Optional.ofNullable(officers.get(id));
    }

    /** @param starNumber however it is written, see {@link ComparisonForm} */
    public Optional<OfficerEntry> officerByStar(String starNumber) {
        return Optional.ofNullable(byStar.get(ComparisonForm.of(starNumber)));
    }

    /** The one agreement that binds on that day of the agency's zone; empty when none is in force. */
    public Optional<AgreementInForce> agreementInForce(LocalDate day) {
        return agreements.stream().filter(one -> one.covers(day)).findFirst();
    }

    /** Every stretch of days on which some agreement binds, by first day. */
    public List<AgreementInForce> agreements() {
        return agreements;
    }

    /** Whether somebody drafted the agreement, directive or guideline. */
    public boolean knowsAgreement(AgreementId agreement) {
        return titles.containsKey(agreement);
    }

    /** How a drafted agreement is called. */
    public String agreementTitle(AgreementId agreement) {
        return titles.getOrDefault(agreement, "The agreement");
    }

    /** The section of its text, as in effect on that day, that leaves routine discipline to the school; empty where nobody said. */
    public Optional<String> disciplineSection(AgreementId agreement, LocalDate day) {
        return sections.stream()
                .filter(one -> one.agreementId().equals(agreement) && one.covers(day))
                .map(DisciplineSection::section)
                .findFirst();
    }

    /** All schools, in no order. */
    public Collection<SchoolEntry> schools() {
        return schools.values();
    }

    /** All officers, in no order. */
    public Collection<OfficerEntry> officers() {
        return officers.values();
    }
}
