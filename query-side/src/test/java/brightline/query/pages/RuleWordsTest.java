package brightline.query.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.events.rules.Rule;
import brightline.events.rules.RuleSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleWordsTest {
    @Test
    void every_rule_of_every_installed_set_is_said_in_words_of_its_own() {
        List<String> rules = RuleSet.installed().stream()
                .flatMap(set -> set.rules().stream())
                .map(Rule::order)
                .distinct()
                .toList();
        assertThat(rules.stream().map(RuleWords::of))
                .doesNotHaveDuplicates()
                .allSatisfy(words -> assertThat(words).isNotBlank().doesNotEndWith("."));
        assertThat(RuleWords.of(2)).extracting(RuleWords.Line::rule).containsSubsequence("R02A", "R02W", "R03");
    }

    @Test
    void no_model_word_stands_in_a_rule() {
        assertThat(Stream.of(1, 2).flatMap(set -> RuleWords.of(set).stream()).map(RuleWords.Line::when))
                .noneMatch(words -> words.matches(
                        "(?i).*\\b(tier|level|initiator|imminen\\w*|involvement|offence|capacity|subject)\\b.*"));
    }

    @Test
    void a_rule_nobody_knows_is_refused() {
        assertThatThrownBy(() -> RuleWords.of("R99")).isInstanceOf(IllegalArgumentException.class);
    }
}
