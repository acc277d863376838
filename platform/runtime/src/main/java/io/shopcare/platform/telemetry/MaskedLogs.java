package io.shopcare.platform.telemetry;

import java.util.regex.Pattern;

import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * The last net under the types that redact themselves: phone numbers and e-mail addresses that reach a log line all the
 * same are masked in it (rules.md, Personal data).
 */
public final class MaskedLogs implements StructuredLoggingJsonMembersCustomizer<Object> {
    private static final Pattern MOBILE = Pattern.compile("(?<![0-9A-Fa-f-])(1[3-9]\\d)\\d{4}(\\d{4})(?![0-9A-Fa-f])");
    private static final Pattern EMAIL = Pattern
            .compile("\\b([A-Za-z0-9])[A-Za-z0-9._%+-]*@([A-Za-z0-9-]+\\.[A-Za-z0-9.-]+)");

    @Override
    public void customize(Members<Object> members) {
        members.applyingValueProcessor(
                io.shopcare.platform.telemetry.MaskedLogs::maskText);
    }

    private static Object maskText(org.springframework.boot.json.JsonWriter.MemberPath path, Object value) {
        return value instanceof String text ? mask(text) : value;
    }

    /** The text without the middle of phone numbers and e-mail addresses. */
    public static String mask(String text) {
        var phones = MOBILE.matcher(text).replaceAll("$1****$2");
        return EMAIL.matcher(phones).replaceAll("$1***@$2");
    }
}
