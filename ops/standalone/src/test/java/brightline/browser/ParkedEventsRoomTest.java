package brightline.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.events.Code;
import brightline.events.InteractionId;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.ConductCoded;
import brightline.query.care.DeadLetter.Missing;
import brightline.query.care.DeadLetters;
import brightline.scenarios.RunningBrightline;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The system administrator has a parked event tried again, then discards it; the auditor sees who did what. */
class ParkedEventsRoomTest {
    @TempDir
    static Path directory;

    static RunningBrightline brightline;
    static Chromium chromium;
    static final Map<AccountRole, String> passwords = new EnumMap<>(AccountRole.class);

    @BeforeAll
    static void start() {
        brightline = new RunningBrightline(directory);
        for (AccountRole role : List.of(AccountRole.SYSADMIN, AccountRole.AUDITOR)) {
            passwords.put(
                    role,
                    brightline
                            .bean(Accounts.class)
                            .create(role.text(), role, null, Set.of())
                            .firstPassword());
        }
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        brightline.close();
    }

    private static Page room(BrowserContext visitor, AccountRole role) {
        Page page = visitor.newPage();
        Chromium.signIn(page, role.text(), String.valueOf(passwords.get(role)));
        page.navigate("/care");
        return page;
    }

    /** What the facts could not read; other projections park it too. */
    private static Locator of(Page page) {
        return page.locator("section.bl-card")
                .filter(new Locator.FilterOptions().setHasText("missing from Contacts, their classes"));
    }

    /** Conduct in a contact that was never opened: no program of ours writes that, and the facts cannot read it. */
    private static void recordSomethingUnreadable() {
        InteractionId nowhere = new InteractionId(UUID.randomUUID());
        var work = DefaultUnitOfWork.startAndGet(null);
        work.attachTransaction(brightline.bean(TransactionManager.class));
        work.execute(() -> brightline
                .bean(EventStore.class)
                .publish(List.of(new GenericDomainEventMessage<>(
                        InteractionEvent.class.getSimpleName(),
                        nowhere.toString(),
                        0,
                        new ConductCoded(nowhere, List.of(Code.of("cps-scc/1-8")))))));
        until(missing -> missing.parkedEvents() == 1);
    }

    private static void until(Predicate<Missing> state) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> brightline.bean(DeadLetters.class).missing().stream()
                        .filter(one -> one.projection().equals("involvement"))
                        .allMatch(state));
    }

    @Test
    void a_parked_event_is_tried_again_and_then_discarded_with_a_reason() {
        try (BrowserContext wide = chromium.visitor(brightline.url());
                BrowserContext narrow = chromium.phone(brightline.url())) {
            Page page = room(wide, AccountRole.SYSADMIN);
            page.getByText("Nothing is held").waitFor();
            Chromium.judge(page, "care-empty");

            recordSomethingUnreadable();
            page.reload();
            Chromium.judge(page, "care-parked");
            of(page).getByText("Try again").first().click();
            page.getByText("Asked to try again by sysadmin").waitFor();
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                page.reload();
                return page.getByText("it could still not be counted").count() == 1;
            });

            of(page).locator("details summary").getByText("Leave it out").click();
            of(page).getByLabel("Reason").selectOption("MALFORMED");
            Page phone = room(narrow, AccountRole.SYSADMIN);
            of(phone).locator("details summary").getByText("Leave it out").click();
            Chromium.judge(phone, "care-parked-phone-dark");
            String before = page.url();
            of(page).getByText("Leave the event out").click();
            // The page loads itself again, and a reload meanwhile is called off.
            page.waitForURL(url -> !url.equals(before));
            until(missing -> missing.parkedEvents() == 0 && missing.discardedEvents() == 1);
            page.reload();
            page.locator("td").getByText("The event is malformed and stays so").waitFor();
            Chromium.judge(page, "care-discarded");
            phone.reload();
            Chromium.judge(phone, "care-discarded-phone-dark");
        }
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = room(visitor, AccountRole.AUDITOR);
            assertThat(page.locator("main table tbody").last().innerText()).contains("sysadmin", "malformed");
            assertThat(page.locator("main form").count()).isZero();
        }
    }
}
