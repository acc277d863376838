package io.shopcare.presale.conversations;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;

/** Who may see what: buyers and visitors their own conversations, presales and supervisors those of their shops. */
@Component
public class ConversationAccess {
    private final Conversations conversations;

    public ConversationAccess(Conversations conversations) {
        this.conversations = conversations;
    }

    /** The conversation, if the caller may see it; otherwise it is not found. */
    public Conversation visible(String id, Person person) {
        return conversations.find(id).filter(conversation -> sees(person, conversation.buyer()))
                .orElseThrow(ProblemException::notFound);
    }

    /** As whom the caller takes part in a shop. */
    public static Optional<Participant> participant(Person person, String shop) {
        if (person.isBuyer())
            return Optional.of(new Participant.TheBuyer(person.id()));
        if (!person.worksIn(shop))
            return Optional.empty();
        if (person.has("supervisor"))
            return Optional.of(new Participant.ASupervisor(person.id()));
        return person.has("presales") ? Optional.of(new Participant.AnAgent(person.id())) : Optional.empty();
    }

    /** As whom the caller takes part in a conversation that they see. */
    public static Participant participant(Person person, Conversation conversation) {
        return participant(person, conversation.shop()).orElseThrow(ProblemException::forbidden);
    }

    static boolean sees(Person person, Buyer buyer) {
        return person.isBuyer()
                ? person.isBuyer(buyer.shop(), buyer.channel(), buyer.buyerId())
                : person.worksIn(buyer.shop());
    }
}
