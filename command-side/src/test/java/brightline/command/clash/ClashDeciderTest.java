package brightline.command.clash;

import static brightline.command.clash.ClashRule.CLASH_DECIDED;
import static brightline.command.clash.ClashRule.CLASH_JOINED;
import static brightline.command.clash.ClashRule.CLASH_UNKNOWN;

import brightline.command.Decisions;
import brightline.command.clash.ClashCommand.Decide;
import brightline.command.clash.ClashCommand.Find;
import brightline.command.clash.ClashCommand.Reopen;
import brightline.events.ClashId;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.ImportId;
import brightline.events.StudentId;
import brightline.events.clash.ClashCause;
import brightline.events.clash.ClashEvent;
import brightline.events.clash.ClashEvent.ClashFound;
import brightline.events.clash.ClashEvent.ClashReopened;
import brightline.events.clash.ClashEvent.FoundDifferent;
import brightline.events.clash.ClashEvent.FoundSame;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClashDeciderTest {
    private static final StudentId ADA = new StudentId(UUID.randomUUID());
    private static final StudentId OTIS = new StudentId(UUID.randomUUID());
    private static final ClashId CLASH = ClashId.of(OTIS, ADA);
    private static final ImportId FILE = new ImportId(UUID.randomUUID());
    private static final Correction WHY = new Correction(
            Code.of("correction-reason/NEW_INFORMATION"), Code.of("correction-basis/SCHOOL_REPORT"), null);
    private static final ClashEvent FOUND = new ClashFound(CLASH, OTIS, ADA, ClashCause.STUDENT_LIST, FILE);

    private final Decisions<ClashCommand, ClashState, ClashEvent> clash =
            new Decisions<>(new ClashState.Unknown(), ClashDecider::decide, ClashDecider::evolve);

    @Test
    void it_is_asked_once_whether_two_under_one_number_are_one_child() {
        Find find = new Find(OTIS, ADA, ClashCause.STUDENT_LIST, FILE);
        clash.givenNothing().when(find).then(FOUND);
        clash.given(FOUND, new FoundDifferent(CLASH, WHY))
                .when(new Find(OTIS, ADA, ClashCause.CONTACT, null))
                .thenNothing();
    }

    @Test
    void they_are_found_to_be_one_child_or_two() {
        clash.given(FOUND).when(new Decide(CLASH, Finding.SAME, ADA, WHY)).then(new FoundSame(CLASH, ADA, WHY));
        clash.given(FOUND).when(new Decide(CLASH, Finding.DIFFERENT, ADA, WHY)).then(new FoundDifferent(CLASH, WHY));
        clash.givenNothing().when(new Decide(CLASH, Finding.SAME, ADA, WHY)).thenRefused(CLASH_UNKNOWN);
    }

    @Test
    void what_was_decided_is_taken_back_before_it_is_decided_otherwise() {
        FoundSame same = new FoundSame(CLASH, ADA, WHY);
        ClashReopened reopened = new ClashReopened(CLASH, WHY);
        clash.given(FOUND, same)
                .when(new Decide(CLASH, Finding.DIFFERENT, ADA, WHY))
                .thenRefused(CLASH_DECIDED);
        clash.given(FOUND, same).when(new Reopen(CLASH, WHY)).then(reopened);
        clash.given(FOUND).when(new Reopen(CLASH, WHY)).thenNothing();
        clash.given(FOUND, same, reopened)
                .when(new Decide(CLASH, Finding.DIFFERENT, ADA, WHY))
                .then(new FoundDifferent(CLASH, WHY));
        clash.givenNothing().when(new Reopen(CLASH, WHY)).thenRefused(CLASH_UNKNOWN);
    }

    @Test
    void two_who_are_joined_are_not_found_to_be_two_and_to_say_that_they_are_one_joins_nobody() {
        clash.given(FOUND).when(new Decide(CLASH, Finding.DIFFERENT, null, WHY)).thenRefused(CLASH_JOINED);
        clash.given(FOUND).when(new Decide(CLASH, Finding.SAME, null, WHY)).then(new FoundSame(CLASH, null, WHY));
    }
}
