package io.shopcare.standalone.sandbox;

import org.bson.Document;
import org.springframework.stereotype.Component;

/** The behaviour of now. */
@Component
class CurrentBehaviour {
    private volatile Behaviour behaviour = Behaviour.GOOD;

    /** That of a payment: its own, if it was told one. */
    Behaviour of(Document payment) {
        Document own = payment.get("behaviour", Document.class);
        return own == null ? behaviour : Behaviour.read(own);
    }

    Behaviour get() {
        return behaviour;
    }

    void set(Behaviour next) {
        behaviour = next;
    }
}
