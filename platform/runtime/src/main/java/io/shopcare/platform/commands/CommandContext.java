package io.shopcare.platform.commands;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.ids.Ids;

/**
 * Around a command: who asks, what it is called, and how a repeat is recognised.
 *
 * @param name            the command's name in the audit trail
 * @param key             of a caller's request; null where the command repeats harmlessly by itself
 * @param inbox           the event behind the command; null for requests and clocks
 * @param expectedVersion from {@code If-Match}; null when the caller does not care
 */
public record CommandContext(Actor actor, String name, @Nullable CommandKey key, @Nullable InboxEntry inbox,
        @Nullable Long expectedVersion) {

    /** A command of the program's own, for example by a rule; its aggregate must know a repeat by its state. */
    public static CommandContext bySystem(String name) {
        return new CommandContext(Actor.system(name), name, null, null, null);
    }

    /** A command under a key that is its own identity, for example the number of a provider's notification. */
    public static CommandContext keyed(Actor actor, String name, String key, String body) {
        return new CommandContext(actor, name, CommandKey.of(actor.id(), name, key, body), null, null);
    }

    /** A command that an event asks for; done once per event, whatever is delivered again. */
    public static CommandContext ofEvent(String name, String source, long sequence) {
        return new CommandContext(Actor.system(name), name, null, new InboxEntry(source, sequence), null);
    }

    /** The same command under another name and identity, for a step that touches a second aggregate. */
    public CommandContext step(String step) {
        var stepKey = key == null ? null : new CommandKey(Ids.digest(key.id(), step), key.fingerprint());
        return new CommandContext(actor, name + "/" + step, stepKey, inbox, null);
    }

    /** Id for what a creating command makes; fresh when the command carries no key. */
    public String newId() {
        return key == null ? Ids.next() : key.derivedId();
    }
}
