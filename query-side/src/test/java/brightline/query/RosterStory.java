package brightline.query;

import brightline.events.AgreementId;
import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.RosterListId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.agency.AgencyEvent.CoordinatorDesignated;
import brightline.events.agency.AgencyEvent.CoordinatorEnded;
import brightline.events.agency.AgencyEvent.ProgrammeRulesSet;
import brightline.events.agency.AgencyEvent.RequiredTopic;
import brightline.events.agreement.AgreementEvent;
import brightline.events.agreement.AgreementEvent.AgreementDrafted;
import brightline.events.agreement.AgreementEvent.AgreementEnded;
import brightline.events.agreement.AgreementEvent.AgreementPutInForce;
import brightline.events.agreement.AgreementEvent.Clause;
import brightline.events.agreement.AgreementEvent.CommunityHeard;
import brightline.events.agreement.AgreementEvent.RuleSetApproved;
import brightline.events.agreement.AgreementEvent.RuleSetProposed;
import brightline.events.agreement.AgreementEvent.RuleSetTested;
import brightline.events.agreement.AgreementEvent.SharingRule;
import brightline.events.agreement.AgreementEvent.VersionAdopted;
import brightline.events.agreement.AgreementEvent.VersionWritten;
import brightline.events.code.CodeLists;
import brightline.events.officer.OfficerEvent.AgreementAcknowledged;
import brightline.events.officer.OfficerEvent.AssignmentConfirmed;
import brightline.events.officer.OfficerEvent.AssignmentEnded;
import brightline.events.officer.OfficerEvent.AssignmentStarted;
import brightline.events.officer.OfficerEvent.AssignmentWithdrawn;
import brightline.events.officer.OfficerEvent.CapacityChanged;
import brightline.events.officer.OfficerEvent.ComplaintAssessed;
import brightline.events.officer.OfficerEvent.ComplaintFound;
import brightline.events.officer.OfficerEvent.ComplaintReceived;
import brightline.events.officer.OfficerEvent.OfficerScreened;
import brightline.events.officer.OfficerEvent.PostGiven;
import brightline.events.officer.OfficerEvent.TrainingCompleted;
import brightline.events.officer.OfficerEvent.TrainingWaived;
import brightline.events.officer.OfficerEvent.TrainingWithdrawn;
import brightline.events.roster.RosterEvent.RosterLine;
import brightline.events.roster.RosterEvent.RosterListReceived;
import brightline.events.school.SchoolEvent.EnrolmentCounted;
import brightline.events.school.SchoolEvent.GroupCount;
import brightline.events.school.SchoolEvent.ProgrammeStatusSet;
import brightline.events.school.SchoolEvent.Vote;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to officers and the programme, in a few words. */
public final class RosterStory {
    private static final Code COUNCIL = Code.of("vote-body/LOCAL_SCHOOL_COUNCIL");

    private final Story story;

    public RosterStory(Story story) {
        this.story = story;
    }

    public static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    public RosterStory assigned(OfficerId officer, String school, String from) {
        story.submit(new AssignmentStarted(officer, new SchoolCode(school), day(from)));
        return this;
    }

    public RosterStory ended(OfficerId officer, String school, String lastDay) {
        story.submit(new AssignmentEnded(officer, new SchoolCode(school), day(lastDay)));
        return this;
    }

    public RosterStory confirmed(OfficerId officer, String school, String on) {
        story.submit(new AssignmentConfirmed(officer, new SchoolCode(school), day(on), Code.of("roster-side/SCHOOL")));
        return this;
    }

    /** @param lines star number and school, parted by a blank */
    public RosterStory list(String side, String day, String... lines) {
        Code whose = new Code("roster-side", side);
        story.submit(new RosterListReceived(
                RosterListId.of(whose, day(day)),
                whose,
                day(day),
                Arrays.stream(lines)
                        .map(line -> line.split(" ", -1))
                        .map(parts -> new RosterLine(parts[0], new SchoolCode(parts[1])))
                        .toList()));
        return this;
    }

    public RosterStory screened(OfficerId officer, String on, String result) {
        story.submit(new OfficerScreened(
                officer,
                day(on),
                "2025-1",
                List.of(Code.of("screening-fact/INTERVIEWED")),
                new Code("screening-result", result),
                Stated.YES));
        return this;
    }

    public RosterStory complaint(OfficerId officer, String number, String on, String about, Stated probable) {
        story.submit(
                new ComplaintReceived(officer, number, day(on), List.of(new Code("complaint-about", about)), probable));
        return this;
    }

    public RosterStory found(OfficerId officer, String number, String on, String finding, String about) {
        story.submit(new ComplaintFound(
                officer,
                number,
                day(on),
                new Code("complaint-finding", finding),
                List.of(new Code("complaint-about", about))));
        return this;
    }

    public RosterStory trained(OfficerId officer, String topic, String on, @Nullable String expires) {
        story.submit(
                new TrainingCompleted(officer, Code.of(topic), day(on), expires == null ? null : day(expires), "T-1"));
        return this;
    }

    /** In all topics the shipped list asks for. */
    public RosterStory trained(OfficerId officer, String on, @Nullable String expires) {
        topics().forEach(topic -> trained(officer, topic, on, expires));
        return this;
    }

    public static List<String> topics() {
        return CodeLists.standard().validOn("training-topic", day("2026-01-01")).stream()
                .filter(topic -> "yes".equals(topic.attribute("required")))
                .map(topic -> topic.key().toString())
                .toList();
    }

    public RosterStory rules(String from, List<String> eligibility, String... topics) {
        story.submit(new ProgrammeRulesSet(
                day(from),
                eligibility.stream()
                        .map(rule -> new Code("eligibility-rule", rule))
                        .toList(),
                Arrays.stream(topics)
                        .map(topic -> new RequiredTopic(Code.of(topic), null))
                        .toList()));
        return this;
    }

    public RosterStory status(String school, String status, String from, @Nullable Vote vote) {
        story.submit(
                new ProgrammeStatusSet(new SchoolCode(school), new Code("programme-status", status), day(from), vote));
        return this;
    }

    public RosterStory enrolled(String school, String day, int total, int black) {
        story.submit(new EnrolmentCounted(
                new SchoolCode(school), day(day), total, List.of(new GroupCount(Code.of("race/BLACK"), black))));
        return this;
    }

    /** An agreement through all its steps, one clause missing, in force for a year. */
    public RosterStory agreement(AgreementId id, String from) {
        LocalDate first = day(from);
        story.submit(new AgreementDrafted(id, AgreementEvent.Kind.MOU, "MOU " + from, List.of("Police", "District")));
        story.submit(new VersionWritten(
                id,
                1,
                first.minusDays(40),
                List.of("Police", "District"),
                List.of(
                        new Clause(Code.of("agreement-clause/ROLES"), Stated.YES, "2"),
                        new Clause(Code.of("agreement-clause/DATA"), Stated.NO, null),
                        new Clause(Code.of("agreement-clause/REVIEW"), Stated.MISSING, null)),
                List.of(new SharingRule("Listed offences", "Principal", "705 ILCS 405/1-7")),
                "3"));
        story.submit(new CommunityHeard(
                id, 1, Code.of("community-group/STUDENTS"), first.minusDays(30), "Tickets are named."));
        story.submit(new RuleSetProposed(id, 2, first.minusDays(20)));
        story.submit(new RuleSetTested(id, 2, first.minusDays(19), first.minusYears(1), first, 787, 12));
        story.submit(new RuleSetApproved(id, 2, first.minusDays(10), "Police and District"));
        story.submit(new VersionAdopted(id, 1, first, null), new AgreementPutInForce(id, 2, first, first.plusYears(1)));
        return this;
    }

    /** Each kind of event once or twice, corrections among them. */
    public RosterStory everything(OfficerId officer, OfficerId other) {
        SchoolCode school = new SchoolCode("MAR");
        assigned(officer, "MAR", "2025-08-18")
                .assigned(other, "MAR", "2025-08-18")
                .assigned(other, "QUI", "2025-09-01");
        story.submit(
                new PostGiven(officer, school, day("2025-08-18"), Code.of("post/PRIMARY")),
                new PostGiven(officer, school, day("2025-08-18"), Code.of("post/RELIEF")));
        confirmed(officer, "MAR", "2025-10-01")
                .ended(officer, "MAR", "2026-01-30")
                .assigned(officer, "MAR", "2026-03-01");
        story.submit(new AssignmentWithdrawn(other, new SchoolCode("QUI"), day("2025-09-01"), Story.BECAUSE));
        story.submit(new CapacityChanged(other, Code.of("capacity/PATROL")));
        list("POLICE", "2025-10-01", "star-Adeyemi MAR", "star-Castellane MAR");
        list("POLICE", "2025-10-01", "star-Adeyemi MAR").list("SCHOOL", "2025-10-02", "star-Castellane MAR");
        screened(officer, "2025-06-01", "ELIGIBLE").screened(officer, "2025-06-01", "NOT_ELIGIBLE");
        complaint(officer, "C-1", "2025-07-01", "YOUTH", Stated.MISSING);
        story.submit(new ComplaintAssessed(officer, "C-1", day("2025-07-05"), Stated.YES));
        found(officer, "C-1", "2025-12-01", "SUSTAINED", "YOUTH")
                .found(officer, "C-1", "2025-12-01", "CLOSED", "YOUTH");
        trained(officer, "2025-07-01", "2027-07-01").trained(other, "training-topic/LEGAL", "2025-07-01", null);
        story.submit(new TrainingWithdrawn(other, Code.of("training-topic/LEGAL"), day("2025-07-01"), Story.BECAUSE));
        story.submit(new TrainingWaived(other, Code.of("training-topic/SRO_COURSE"), day("2025-07-01"), null, "W-1"));
        story.submit(new AgreementAcknowledged(officer, new AgreementId(new UUID(0, 1)), 1, day("2025-08-20")));
        rules("2025-08-01", List.of("SUSTAINED_FINDING"), "training-topic/LEGAL");
        rules("2025-08-01", List.of(), "training-topic/LEGAL", "training-topic/CRISIS");
        story.submit(new CoordinatorDesignated("R. Okafor", day("2025-08-01")));
        story.submit(new CoordinatorEnded(day("2026-01-31")));
        story.submit(new CoordinatorDesignated("S. Lindqvist", day("2026-02-15")));
        enrolled("MAR", "2025-10-01", 2200, 800).enrolled("MAR", "2025-10-01", 2201, 801);
        status("MAR", "IN_PROGRAMME", "2025-08-01", null)
                .status("MAR", "ENDED", "2025-08-01", new Vote(day("2025-07-30"), COUNCIL, 7, 3));
        agreement(new AgreementId(new UUID(0, 1)), "2025-08-01");
        story.submit(new AgreementEnded(new AgreementId(new UUID(0, 1)), day("2026-06-30")));
        return this;
    }
}
