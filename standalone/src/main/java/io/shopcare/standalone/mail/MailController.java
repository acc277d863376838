package io.shopcare.standalone.mail;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The mails for programs (JSON) and people (one page). */
@RestController
class MailController {
    private final MailBox box;
    private final MailPage page = new MailPage();

    MailController(MailBox box) {
        this.box = box;
    }

    @GetMapping(path = "/api/mails", produces = MediaType.APPLICATION_JSON_VALUE)
    Mails list(@RequestParam(required = false) @Nullable String to) {
        return new Mails(to == null ? box.all() : box.to(to));
    }

    @DeleteMapping("/api/mails")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void empty() {
        box.empty();
    }

    @GetMapping(path = "/mails", produces = "text/html;charset=UTF-8")
    String show() {
        return page.of(box.all());
    }

    record Mails(List<Mail> items) {}
}
