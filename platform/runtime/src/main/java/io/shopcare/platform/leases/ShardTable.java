package io.shopcare.platform.leases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Who holds which shard. It tells no time: a member shows that it lives by a beat that goes on, and others see for how
 * long it has not, each by its own stopwatch.
 *
 * @param version counts the writes; 0 before the first
 * @param beats   of every member
 * @param holders shard by shard; {@link #NOBODY} only while there is no member
 */
record ShardTable(long version, SortedMap<String, Long> beats, List<String> holders) {
    static final String NOBODY = "";
    static final ShardTable EMPTY = new ShardTable(0, new TreeMap<>(), Collections.nCopies(Shards.COUNT, NOBODY));

    ShardTable {
        beats = Collections.unmodifiableSortedMap(new TreeMap<>(beats));
        holders = List.copyOf(holders);
    }

    /** The member beats; the dead are gone, and the shards are shared among who is left. */
    ShardTable beaten(String member, long beat, Collection<String> dead) {
        var next = new TreeMap<>(beats);
        next.keySet().removeAll(dead);
        next.put(member, beat);
        return sharedAmong(next);
    }

    /** The member has left; what it held goes to the others at once. */
    ShardTable without(String member) {
        var next = new TreeMap<>(beats);
        next.remove(member);
        return sharedAmong(next);
    }

    List<Integer> of(String member) {
        return IntStream.range(0, holders.size()).filter(shard -> holders.get(shard).equals(member)).boxed().toList();
    }

    /** Who holds a shard keeps it up to its fair share; what is over goes to those who have less. */
    private ShardTable sharedAmong(SortedMap<String, Long> members) {
        if (members.isEmpty())
            return new ShardTable(version + 1, members, EMPTY.holders);
        var room = fairShares(List.copyOf(members.keySet()));
        var next = new ArrayList<String>();
        for (var holder : holders)
            next.add(take(room, holder) ? holder : NOBODY);
        for (var member : members.keySet())
            for (int shard = next.indexOf(NOBODY); shard >= 0 && take(room, member); shard = next.indexOf(NOBODY))
                next.set(shard, member);
        return new ShardTable(version + 1, members, next);
    }

    private static Map<String, Integer> fairShares(List<String> members) {
        var shares = new HashMap<String, Integer>();
        for (int i = 0; i < members.size(); i++)
            shares.put(members.get(i), (Shards.COUNT + members.size() - 1 - i) / members.size());
        return shares;
    }

    private static boolean take(Map<String, Integer> room, String member) {
        int left = room.getOrDefault(member, 0);
        if (left > 0)
            room.put(member, left - 1);
        return left > 0;
    }
}
