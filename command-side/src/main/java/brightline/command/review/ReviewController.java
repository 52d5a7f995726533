package brightline.command.review;

import brightline.command.endpoint.CodeOf;
import brightline.command.endpoint.Line;
import brightline.command.endpoint.Refusal;
import brightline.command.endpoint.Sample;
import brightline.command.endpoint.Words;
import brightline.command.follow.RecordedStreams;
import brightline.command.register.RegisterEdition;
import brightline.command.review.ReviewCommand.*;
import brightline.edge.access.Account;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.edge.description.OneOf;
import brightline.events.InteractionId;
import brightline.events.OfficerId;
import brightline.events.ReviewId;
import brightline.events.interaction.InteractionRecord;
import brightline.events.review.ReviewEvent.DerivedClass;
import brightline.events.review.ReviewEvent.ReviewOpened;
import brightline.events.rules.InvolvementClass;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reviews are opened by what is recorded; people take them, override classes and close them. */
@RestController
@RequestMapping("/api/commands/reviews/{id}")
class ReviewController {
    private static final Set<AccountRole> REVIEWERS =
            Set.of(AccountRole.SUPERVISOR, AccountRole.COORDINATOR, AccountRole.AUDITOR);

    private final RecordedStreams streams;
    private final Accounts accounts;

    ReviewController(RecordedStreams streams, Accounts accounts) {
        this.streams = streams;
        this.accounts = accounts;
    }

    record Assignment(@NotNull @Line(200) String owner) {}

    /**
     * @param officer null for the part of an officer who is not named
     * @param involvementClass name of the class
     */
    record ClassOverride(
            @Nullable OfficerId officer,

            @NotNull @Line(60) @OneOf(InvolvementClass.class) @JsonProperty("class")
            String involvementClass,

            @NotNull @CodeOf("override-reason") String reason) {}

    record Closing(@NotNull @CodeOf("review-conclusion") String conclusion) {}

    @Does(Action.ASSIGN_REVIEW)
    @Operation(summary = "Give a review to somebody", description = "The owner is an account that may review.")
    @Sample("""
            {"owner": "supervisor"}""")
    @PostMapping("/assignment")
    AssignReview assign(@PathVariable UUID id, @RequestBody Assignment sent) {
        String owner = sent.owner().strip();
        if (accounts.find(owner).map(Account::role).filter(REVIEWERS::contains).isEmpty()) {
            throw Refusal.of("/owner", "unknown-account", "is no account that may review");
        }
        return new AssignReview(new ReviewId(id), owner);
    }

    @Does(Action.OVERRIDE_CLASS)
    @Operation(
            summary = "Override the class of one officer's part",
            description = "The class that the rules give stays beside it; figures go by the rules and note how many "
                    + "overrides there are; classBasis=reviewed counts them instead.")
    @Sample("""
            {"officer": "00000000-0000-4000-8000-000000000001", "class": "SAFETY_RESPONSE",
             "reason": "FACTS_NOT_RECORDED"}""")
    @PostMapping("/overrides")
    OverrideClass override(@PathVariable UUID id, @RequestBody ClassOverride sent, RegisterEdition known) {
        String to = sent.involvementClass().strip();
        if (Arrays.stream(InvolvementClass.values()).noneMatch(one -> one.name().equals(to))) {
            throw Refusal.of("/class", "unknown-code", "is no class");
        }
        ReviewId review = new ReviewId(id);
        return new OverrideClass(
                review, derived(review, sent.officer(), known), to, Words.code("override-reason", sent.reason()));
    }

    private @Nullable DerivedClass derived(ReviewId review, @Nullable OfficerId officer, RegisterEdition known) {
        if (!(streams.read(review.toString()).first() instanceof ReviewOpened opened)) {
            return null;
        }
        InteractionId contact = opened.interactionId();
        InteractionRecord record =
                contact == null ? null : streams.read(contact.toString()).contact();
        if (record == null) {
            return null;
        }
        return DerivedClasses.of(record, known).stream()
                .filter(one -> Objects.equals(one.officer(), officer))
                .findFirst()
                .orElse(null);
    }

    @Does(Action.CLOSE_REVIEW)
    @Operation(summary = "Close a review", description = "With what was found. A closed review changes no more.")
    @Sample("""
            {"conclusion": "RIGHT_AS_RECORDED"}""")
    @PostMapping("/close")
    CloseReview close(@PathVariable UUID id, @RequestBody Closing sent) {
        return new CloseReview(new ReviewId(id), Words.code("review-conclusion", sent.conclusion()));
    }
}
