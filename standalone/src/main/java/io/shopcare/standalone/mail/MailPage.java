package io.shopcare.standalone.mail;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.web.util.HtmlUtils;

/** All mails on one page, newest first. HTML parts are shown in a frame that may run nothing. */
final class MailPage {
    private static final String PAGE = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Mails</title>
            <meta http-equiv="refresh" content="5">
            <style>body{font:16px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
            article{border-top:1px solid #ccc;padding:1rem 0}pre{white-space:pre-wrap;font:inherit}
            small{color:#666}iframe{width:100%%;border:1px solid #ddd}</style>
            <h1>Mails</h1>%s</html>
            """;

    String of(List<Mail> mails) {
        return PAGE.formatted(mails.isEmpty()
                ? "<p>None yet.</p>"
                : mails.stream().map(MailPage::article).collect(Collectors.joining()));
    }

    private static String article(Mail mail) {
        return "<article><h2>%s</h2><small>%s &rarr; %s, %s</small>%s</article>".formatted(escaped(mail.subject()),
                escaped(mail.from()), escaped(mail.to()), mail.receivedAt(), mail.html().isEmpty()
                        ? "<pre>" + escaped(mail.text()) + "</pre>"
                        : "<iframe sandbox srcdoc=\"" + escaped(mail.html()) + "\"></iframe>");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
