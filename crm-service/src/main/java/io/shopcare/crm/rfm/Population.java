package io.shopcare.crm.rfm;

import java.util.Map;

import io.shopcare.crm.scoring.Group;

/** The customers of a shop as a whole. */
interface Population {

    /** Figures in their order, by an index: any rank can be asked for without reading all. */
    interface Ranking {
        /** How many there are. */
        long count();

        /**
         * The figure at a rank, from 0 for the lowest.
         *
         * @throws IllegalStateException when customers went meanwhile; ask again
         */
        long at(long rank);
    }

    /** All customers. */
    long customers(String shop);

    /** Customers by group; all eleven. */
    Map<Group, Long> groups(String shop);

    /** Valid orders in the window, of those who have any. */
    Ranking orders(String shop);

    /** When the last of them was placed, in milliseconds of the epoch. */
    Ranking lastOrders(String shop);

    /** Minor units kept in the window, by main currency. */
    Map<String, Ranking> nets(String shop);
}
