package brightline.command.register;

import brightline.events.AgreementId;
import brightline.events.ComparisonForm;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.agency.AgencySettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/** The register as it stood at one moment; answers without asking the database. */
public final class RegisterEdition {
    private final long number;
    private final AgencySettings agency;
    private final Map<SchoolCode, SchoolEntry> schools;
    private final Map<OfficerId, OfficerEntry> officers;
    private final Map<String, Set<SchoolEntry>> byCode;
    private final Map<String, List<Holder>> byStar;
    private final Supplier<Map<String, List<OfficerEntry>>> byLastName;
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
        this.byCode = schools.stream()
                .flatMap(school -> school.leading().map(code -> Map.entry(ComparisonForm.of(code), school)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableSet())));
        this.byStar = officers.stream()
                .flatMap(officer -> officer.stars().stream().map(star -> new Holder(officer, star)))
                .collect(Collectors.groupingBy(
                        holder -> ComparisonForm.of(holder.worn().number())));
        this.byLastName = SingletonSupplier.of(() ->
                officers.stream().collect(Collectors.groupingBy(officer -> OfficerName.lastName(officer.name()))));
        this.agreements = List.copyOf(agreements);
        this.titles = Map.copyOf(titles);
        this.sections = List.copyOf(sections);
    }

    /** This register with one officer more, who is being registered. */
    public RegisterEdition with(OfficerEntry officer) {
        return new RegisterEdition(
                number,
                agency,
                List.copyOf(schools.values()),
                Stream.concat(officers.values().stream(), Stream.of(officer)).toList(),
                agreements,
                titles,
                sections);
    }

    private record Holder(OfficerEntry officer, Worn worn) {}

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

    /**
     * The school of that code, now or ever, however it is written ({@link ComparisonForm}): its entry has the first code as first written.
     * What two schools share leads to neither.
     */
    public Optional<SchoolEntry> school(SchoolCode code) {
        return Optional.ofNullable(schools.get(code)).or(() -> {
            Set<SchoolEntry> bearers = byCode.getOrDefault(ComparisonForm.of(code.value()), Set.of());
            return bearers.size() == 1 ? bearers.stream().findFirst() : Optional.empty();
        });
    }

    /** Whether the code leads, or ever led, to another school than this one. */
    public boolean isCodeOfOther(SchoolCode code, SchoolCode school) {
        return byCode.getOrDefault(ComparisonForm.of(code.value()), Set.of()).stream()
                .anyMatch(bearer -> !bearer.code().equals(school));
    }

    /** The first code of the school that it leads to, as first written; itself where it leads to none. */
    public SchoolCode asRegistered(SchoolCode code) {
        return school(code).map(SchoolEntry::code).orElse(code);
    }

    /** The star as first written, where somebody wears it on that day however it is written; else itself without outer blanks. */
    public String starAsRegistered(String starNumber, LocalDate day) {
        return holder(starNumber, day).map(holder -> holder.worn().number()).orElse(starNumber.strip());
    }

    public Optional<OfficerEntry> officer(OfficerId id) {
        return Optional.ofNullable(officers.get(id));
    }

    /**
     * Who wears the star on that day; nobody where two entries do.
     *
     * @param starNumber however it is written, see {@link ComparisonForm}
     */
    public Optional<OfficerEntry> officerByStar(String starNumber, LocalDate day) {
        return holder(starNumber, day).map(Holder::officer);
    }

    private Optional<Holder> holder(String starNumber, LocalDate day) {
        List<Holder> on = holders(starNumber).stream()
                .filter(holder -> holder.worn().covers(day))
                .toList();
        return on.size() == 1 ? Optional.of(on.getFirst()) : Optional.empty();
    }

    private List<Holder> holders(String starNumber) {
        return byStar.getOrDefault(ComparisonForm.of(starNumber), List.of());
    }

    /** Whether another than this officer wears the star on that day or after it. @param from null for since ever */
    public boolean isTaken(String starNumber, @Nullable LocalDate from, OfficerId officer) {
        return holders(starNumber).stream()
                .anyMatch(holder -> !holder.officer().officerId().equals(officer)
                        && (from == null || holder.worn().reaches(from)));
    }

    /** Whether an officer wears the star until further notice. */
    public boolean isWorn(String starNumber) {
        return holders(starNumber).stream().anyMatch(holder -> holder.worn().lastDay() == null);
    }

    /** Whether an officer bears that name, see {@link OfficerName#same}: a roster asks it for every new one. */
    public boolean isNamed(String name) {
        return byLastName.get().getOrDefault(OfficerName.lastName(name), List.of()).stream()
                .anyMatch(officer -> OfficerName.same(officer.name(), name));
    }

    /** The last day on which an officer wore the star who gave it up; empty where nobody did. */
    public Optional<LocalDate> lastDayOf(String starNumber) {
        return holders(starNumber).stream()
                .map(holder -> holder.worn().lastDay())
                .flatMap(Stream::ofNullable)
                .max(Comparator.naturalOrder());
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
