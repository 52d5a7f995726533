package brightline.query.replay;

import brightline.query.projection.ReadModelSchema;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures that say to a lay reader whether two copies of the tables tell the same: all that is recorded, as known when compared. */
public enum HeadlineFigure {
    CONTACTS("involvement", "Contacts, counted once per officer", """
            select count(*) from $rm.involvement_fact
              join $rm.involvement_class using (fact_key)
             where known_to_index is null and not voided and counts
               and rule_set = (select max(rule_set) from $rm.involvement_class)"""),
    SCHOOL_DISCIPLINE("involvement", "School discipline handled by police", """
            select count(*) from $rm.involvement_fact
              join $rm.involvement_class using (fact_key)
             where known_to_index is null and not voided and counts and class = 'ROUTINE_DISCIPLINE'
               and rule_set = (select max(rule_set) from $rm.involvement_class)"""),
    TURNED_OVER("involvement", "Turned over to school administration", """
            select count(*) from $rm.involvement_fact
              join $rm.involvement_class using (fact_key)
             where known_to_index is null and not voided and counts and class = 'DECLINED'
               and rule_set = (select max(rule_set) from $rm.involvement_class)"""),
    ARRESTS("involvement", "Contacts with a custodial arrest", """
            select count(distinct interaction_id) from $rm.involvement_fact
             where known_to_index is null and not voided and custodial"""),
    CITATIONS("involvement", "Contacts with a citation", """
            select count(distinct interaction_id) from $rm.involvement_fact
             where known_to_index is null and not voided and cited"""),
    REFERRALS("caseload", "Referrals and police calls", """
            select count(*) from $rm.referral_fact where known_to_index is null and not voided"""),
    ASSIGNMENTS("roster", "Officers’ assignments to schools", """
            select count(*) from $rm.roster_assignment where known_to_index is null"""),
    REVIEWS("desk", "Reviews opened", "select count(distinct review_id) from $rm.review");

    private final String projection;
    private final String words;
    private final String sql;

    HeadlineFigure(String projection, String words, String sql) {
        this.projection = projection;
        this.words = words;
        this.sql = sql;
    }

    /** For people. */
    @JsonValue
    public String words() {
        return words;
    }

    /** A figure in both copies. */
    record Counted(HeadlineFigure figure, long live, long rebuilt) {}

    /** Those that are counted in the tables of one projection. */
    static List<Counted> of(String projection, ReadModelSchema live, ReadModelSchema rebuilt, JdbcClient jdbc) {
        return Arrays.stream(values())
                .filter(figure -> figure.projection.equals(projection))
                .map(figure -> new Counted(figure, figure.in(live, jdbc), figure.in(rebuilt, jdbc)))
                .toList();
    }

    private long in(ReadModelSchema schema, JdbcClient jdbc) {
        return jdbc.sql(schema.in(sql)).query(Long.class).single();
    }
}
