package io.shopcare.standalone.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/** A small form; the texts are in {@code identity/texts*.properties}. */
final class LoginPage {
    private final String template;

    private LoginPage(String template) {
        this.template = template;
    }

    static LoginPage load() {
        try {
            return new LoginPage(new ClassPathResource("identity/login.html").getContentAsString(
                    StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String in(Locale locale, boolean failed, String csrfName, String csrfToken, List<Person> people) {
        boolean chinese = locale.getLanguage().equals("zh");
        var texts = ResourceBundle.getBundle("identity.texts", chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT);
        String page = template.replace("{lang}", chinese ? "zh-CN" : "en").replace("{csrfName}", HtmlUtils.htmlEscape(
                csrfName)).replace("{csrfToken}", HtmlUtils.htmlEscape(csrfToken)).replace("{error}", failed
                        ? "<p role=\"alert\">" + texts.getString("wrong") + "</p>"
                        : "")
                .replace("{people}", people.stream().map(LoginPage::option).collect(Collectors.joining()));
        for (String key : texts.keySet()) {
            page = page.replace("{" + key + "}", texts.getString(key));
        }
        return page;
    }

    private static String option(Person person) {
        return "<option value=\"%s\">%s</option>".formatted(HtmlUtils.htmlEscape(person.name()), HtmlUtils.htmlEscape(
                String.join(", ", person.roles())));
    }
}
