package brightline.command.review;

import brightline.command.follow.RecordedStreams;
import brightline.command.register.FieldChecks;
import brightline.command.register.ReferenceAnswers;
import brightline.command.register.ReferenceRegister;
import brightline.command.review.ReviewCommand.*;
import brightline.command.submission.Commands;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Requests;
import brightline.edge.access.Account;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.edge.description.CodeList;
import brightline.edge.description.OneOf;
import brightline.events.Code;
import brightline.events.InteractionId;
import brightline.events.ReviewId;
import brightline.events.interaction.InteractionRecord;
import brightline.events.review.ReviewEvent.DerivedClass;
import brightline.events.review.ReviewEvent.ReviewOpened;
import brightline.events.rules.InvolvementClass;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reviews are opened by what is recorded; people take them, override classes and close them. */
@RestController
@RequestMapping(path = "/api/commands/reviews/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class ReviewController {
    private static final Set<AccountRole> REVIEWERS =
            Set.of(AccountRole.SUPERVISOR, AccountRole.COORDINATOR, AccountRole.AUDITOR);

    private final Commands commands;
    private final Requests requests;
    private final RecordedStreams streams;
    private final ReferenceRegister register;
    private final Accounts accounts;
    private final RecordingClock clock;

    ReviewController(
            Commands commands,
            Requests requests,
            RecordedStreams streams,
            ReferenceRegister register,
            Accounts accounts,
            RecordingClock clock) {
        this.commands = commands;
        this.requests = requests;
        this.streams = streams;
        this.register = register;
        this.accounts = accounts;
        this.clock = clock;
    }

    record Assignment(@NotBlank @Size(max = 200) @Nullable String owner) {}

    /**
     * @param officer null for the part of an officer who is not named
     * @param involvementClass name of the class
     * @param reason code list {@code override-reason}
     */
    record ClassOverride(
            @Nullable UUID officer,

            @NotBlank @OneOf(InvolvementClass.class) @com.fasterxml.jackson.annotation.JsonProperty("class") @Nullable
            String involvementClass,

            @NotBlank @CodeList("override-reason") @Nullable String reason) {}

    record Closing(
            @NotBlank @CodeList("review-conclusion") @Nullable
            String conclusion) {}

    @KeyHeader
    @Operation(
            summary = "Give a review to somebody",
            description = "The owner is an account that may review.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("{\"owner\": \"supervisor\"}"))))
    @Does(Action.ASSIGN_REVIEW)
    @PostMapping("/assignment")
    ResponseEntity<ReviewAnswer> assign(@PathVariable UUID id, @RequestBody Assignment body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        String owner = checks.text("/owner", body.owner(), 200);
        if (!owner.isEmpty()
                && accounts.find(owner)
                        .map(Account::role)
                        .filter(REVIEWERS::contains)
                        .isEmpty()) {
            checks.wrong("/owner", "unknown-account", "is no account that may review");
        }
        checks.refuse();
        return send(new AssignReview(new ReviewId(id), owner), body, http);
    }

    @KeyHeader
    @Operation(
            summary = "Override the class of one officer's part",
            description =
                    "The class that the rules give stays beside it; figures go by the rules and show the override.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                    {"officer": "00000000-0000-4000-8000-000000000001", "class": "SAFETY_RESPONSE",
                     "reason": "FACTS_NOT_RECORDED"}
                    """))))
    @Does(Action.OVERRIDE_CLASS)
    @PostMapping("/overrides")
    ResponseEntity<ReviewAnswer> override(
            @PathVariable UUID id, @RequestBody ClassOverride body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        String to = checks.text("/class", body.involvementClass(), 60);
        if (!to.isEmpty()
                && Arrays.stream(InvolvementClass.values())
                        .noneMatch(one -> one.name().equals(to))) {
            checks.wrong("/class", "unknown-code", "is no class");
        }
        Code reason = checks.code("/reason", body.reason(), "override-reason", today());
        checks.refuse();
        ReviewId review = new ReviewId(id);
        return send(new OverrideClass(review, derived(review, body.officer()), to, reason), body, http);
    }

    private @Nullable DerivedClass derived(ReviewId review, @Nullable UUID officer) {
        if (!(streams.read(review.toString()).first() instanceof ReviewOpened opened)) {
            return null;
        }
        InteractionId contact = opened.interactionId();
        InteractionRecord record =
                contact == null ? null : streams.read(contact.toString()).contact();
        if (record == null) {
            return null;
        }
        return DerivedClasses.of(record, register.current()).stream()
                .filter(one -> Objects.equals(
                        one.officer() == null ? null : one.officer().value(), officer))
                .findFirst()
                .orElse(null);
    }

    @KeyHeader
    @Operation(
            summary = "Close a review",
            description = "With what was found. A closed review changes no more.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("{\"conclusion\": \"RIGHT_AS_RECORDED\"}"))))
    @Does(Action.CLOSE_REVIEW)
    @PostMapping("/close")
    ResponseEntity<ReviewAnswer> close(@PathVariable UUID id, @RequestBody Closing body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        Code conclusion = checks.code("/conclusion", body.conclusion(), "review-conclusion", today());
        checks.refuse();
        return send(new CloseReview(new ReviewId(id), conclusion), body, http);
    }

    private ResponseEntity<ReviewAnswer> send(ReviewCommand command, Object body, HttpServletRequest http) {
        return ReferenceAnswers.done(commands.send(
                command,
                ReviewAnswer.class,
                requests.of(http, CurrentActor.required().username())));
    }

    private LocalDate today() {
        return clock.instant().atZone(register.agency().zone()).toLocalDate();
    }
}
