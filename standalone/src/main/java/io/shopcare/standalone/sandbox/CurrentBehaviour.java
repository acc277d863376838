package io.shopcare.standalone.sandbox;

import org.springframework.stereotype.Component;

/** The behaviour of now. */
@Component
class CurrentBehaviour {
    private volatile Behaviour behaviour = Behaviour.GOOD;

    Behaviour get() {
        return behaviour;
    }

    void set(Behaviour next) {
        behaviour = next;
    }
}
