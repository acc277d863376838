package io.shopcare.presale.live;

import org.springframework.context.event.EventListener;

import io.shopcare.presale.conversations.AuthorKind;
import io.shopcare.presale.conversations.ConversationChanged;

/** Serves this instance's sockets after a write, and hints the others. */
class LiveRelay {
    private final String instance;
    private final LiveHub hub;
    private final Hints hints;

    LiveRelay(String instance, LiveHub hub, Hints hints) {
        this.instance = instance;
        this.hub = hub;
        this.hints = hints;
    }

    @EventListener
    void changed(ConversationChanged change) {
        told(Hint.changed(instance, change));
    }

    void typing(String conversation, String shop, AuthorKind who) {
        told(new Hint(instance, Hint.Kind.TYPING, conversation, shop, 0, who));
    }

    void read(String conversation, String shop, AuthorKind who, long seq) {
        told(new Hint(instance, Hint.Kind.READ, conversation, shop, seq, who));
    }

    private void told(Hint hint) {
        hub.serve(hint);
        hints.tell(hint);
    }
}
