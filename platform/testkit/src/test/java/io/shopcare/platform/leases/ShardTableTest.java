package io.shopcare.platform.leases;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** However instances come, die and go, every shard has one holder and nobody has more than a fair share. */
class ShardTableTest {

    enum What {
        BEATS, DIES, LEAVES
    }

    record Happening(What what, String member) {}

    @Property
    void everyShardHasOneLivingHolderAndSharesAreFair(@ForAll("lives") List<Happening> lives) {
        var living = new TreeSet<String>();
        var table = ShardTable.EMPTY;
        for (var happening : lives) {
            table = after(table, happening, living);
            assertThat(Set.copyOf(table.holders())).isEqualTo(living.isEmpty()
                    ? Set.of(ShardTable.NOBODY)
                    : Set.copyOf(living));
            for (var member : living)
                assertThat(table.of(member).size()).isBetween(Shards.COUNT / living.size(),
                        (Shards.COUNT + living.size() - 1) / living.size());
        }
    }

    @Property
    void nothingMovesWhileNobodyComesOrGoes(@ForAll("lives") List<Happening> lives) {
        var living = new TreeSet<String>();
        var table = ShardTable.EMPTY;
        for (var happening : lives)
            table = after(table, happening, living);
        for (var member : living)
            assertThat(table.beaten(member, 9_999, List.of()).holders()).isEqualTo(table.holders());
    }

    @Property
    void nobodyLosesMoreThanTheNewcomerGets(@ForAll("lives") List<Happening> lives) {
        var living = new TreeSet<String>();
        var before = ShardTable.EMPTY;
        for (var happening : lives)
            before = after(before, happening, living);
        var old = before;
        var after = before.beaten("newcomer", 1, List.of());

        long moved = IntStream.range(0, Shards.COUNT)
                .filter(shard -> !old.holders().get(shard).equals(after.holders().get(shard))).count();
        // shares differ by one at most, so that only the rounding can move besides
        assertThat(moved).isLessThanOrEqualTo(after.of("newcomer").size() + (long) living.size());
    }

    @Provide
    Arbitrary<List<Happening>> lives() {
        return Combinators.combine(Arbitraries.of(What.class), Arbitraries.integers().between(1, 9))
                .as((what, number) -> new Happening(what, "instance-" + number)).list().ofMaxSize(40);
    }

    private static ShardTable after(ShardTable table, Happening happening, TreeSet<String> living) {
        var member = happening.member();
        if (happening.what() == What.LEAVES) {
            living.remove(member);
            return table.without(member);
        }
        var dead = happening.what() == What.DIES ? List.of(member) : List.<String>of();
        var beating = dead.isEmpty() ? member : "who found it dead";
        living.removeAll(dead);
        living.add(beating);
        return table.beaten(beating, table.version() + 1, dead);
    }
}
