package io.shopcare.platform.commands;

import io.shopcare.platform.ids.Ids;

/**
 * Makes a repeat recognisable.
 *
 * @param id          digest of person, route and the caller's key
 * @param fingerprint digest of what was asked for; another one under the same id is refused
 */
public record CommandKey(String id, String fingerprint) {

    /** The key of a person's command. */
    public static CommandKey of(String person, String route, String key, String body) {
        return new CommandKey(Ids.digest(person, route, key), Ids.digest(body));
    }

    /** An aggregate id that every twin of this command derives alike. */
    public String derivedId() {
        return Ids.derived(id);
    }
}
