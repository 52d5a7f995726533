package brightline.edge.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What an account is for. Not to be mixed with an officer's capacity or a person's involvement in an incident. The text form
 * ({@code school-admin}) is what is stored, written in JSON and shown; the authority ({@code ROLE_SCHOOL_ADMIN}) is Spring
 * Security's.
 */
public enum AccountRole {
    /** Any officer who logs contacts. */
    SRO,
    SUPERVISOR,
    /** Of the SRO programme: roster, training, agreements, imports. */
    COORDINATOR,
    /** Diversion programme. */
    PROVIDER,
    SCHOOL_ADMIN,
    ANALYST,
    /** Inspector general. */
    AUDITOR,
    /** Records clerk: expungement, holds, notices. */
    CLERK,
    /** Accounts, settings, health; no case data. */
    SYSADMIN;

    /** The text form, such as {@code school-admin}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The authority, such as {@code ROLE_SCHOOL_ADMIN}. */
    public String authority() {
        return "ROLE_" + name();
    }

    /** @throws IllegalArgumentException when the text is no role */
    @JsonCreator
    public static AccountRole of(String text) {
        for (AccountRole role : values()) {
            if (role.text().equals(text)) {
                return role;
            }
        }
        throw new IllegalArgumentException("Not an account role");
    }
}
