package io.shopcare.presale.routing;

import java.util.List;

/** Questions about many agents; each has its index. */
interface Roster {

    /** Those of a shop who are online. */
    List<Agent> online(String shop);

    /** Shops in which somebody is online. */
    List<String> shopsOnline();

    /** Agents of all shops with at least one place taken. */
    List<Agent> loaded();
}
