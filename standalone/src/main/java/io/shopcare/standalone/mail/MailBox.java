package io.shopcare.standalone.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.springframework.stereotype.Component;

/** The last mails, newest first. In memory only: mails of a demo are not worth a disk. */
@Component
class MailBox {
    private final Deque<Mail> mails = new ArrayDeque<>();
    private final int keep;

    MailBox(MailSettings settings) {
        keep = settings.keep();
    }

    synchronized void take(Mail mail) {
        mails.addFirst(mail);
        while (mails.size() > keep) {
            mails.removeLast();
        }
    }

    synchronized List<Mail> all() {
        return List.copyOf(mails);
    }

    List<Mail> to(String address) {
        return all().stream().filter(mail -> mail.to().equalsIgnoreCase(address)).toList();
    }

    synchronized void empty() {
        mails.clear();
    }
}
