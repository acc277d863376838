package io.shopcare.crm.scoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

import io.shopcare.crm.scoring.Scale.Better;

import static org.assertj.core.api.Assertions.assertThat;

/** A fifth of the customers in each class; equal figures in one class; no classes where there are no five. */
class QuantilesTest {

    @Property
    @Label("C4: with distinct figures every class holds a fifth, up to one")
    void classesAreEqual(@ForAll @IntRange(min = 5, max = 300) int count) {
        var figures = LongStream.range(0, count).map(n -> n * 7 + 3).boxed().toList();
        var scale = scale(Better.MORE, figures).orElseThrow();
        for (int score = 1; score <= 5; score++) {
            int wanted = score;
            long size = figures.stream().filter(figure -> scale.score(figure) == wanted).count();
            assertThat(size).isBetween((long) count / 5, (long) count / 5 + 1);
        }
    }

    @Property
    @Label("C4: a better figure never scores less, an equal one always the same")
    void isMonotonous(@ForAll @Size(min = 5, max = 60) List<@LongRange(min = 0, max = 40) Long> figures) {
        for (var better : Better.values())
            scale(better, figures).ifPresent(scale -> {
                for (long one : figures)
                    for (long other : figures) {
                        boolean atLeast = better == Better.MORE ? one >= other : one <= other;
                        if (atLeast)
                            assertThat(scale.score(one)).isGreaterThanOrEqualTo(scale.score(other));
                    }
                assertThat(figures).allSatisfy(figure -> assertThat(scale.score(figure)).isBetween(1, 5));
            });
    }

    @Property
    @Label("C4: all five scores are given, and no class is less than a fifth by a tie alone")
    void everyClassHasSomebody(@ForAll @Size(min = 5, max = 60) List<@LongRange(min = 0, max = 40) Long> figures) {
        scale(Better.MORE, figures).ifPresent(scale -> assertThat(figures.stream().map(scale::score).distinct())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 5).boxed().toList()));
    }

    @Property
    @Label("C4: the order in which customers come does not matter")
    void doesNotDependOnTheOrder(@ForAll @Size(min = 5, max = 60) List<@LongRange(min = 0, max = 99) Long> figures) {
        var shuffled = new ArrayList<>(figures);
        Collections.reverse(shuffled);
        assertThat(scale(Better.MORE, shuffled)).isEqualTo(scale(Better.MORE, figures));
    }

    @Property
    @Label("C4: the worst is the best when less is better")
    void turnsRound(@ForAll @Size(min = 5, max = 60) List<@LongRange(min = 0, max = 999) Long> figures) {
        var more = scale(Better.MORE, figures.stream().map(figure -> -figure).toList());
        var less = scale(Better.LESS, figures);
        assertThat(less.isPresent()).isEqualTo(more.isPresent());
        less.ifPresent(scale -> assertThat(figures)
                .allSatisfy(figure -> assertThat(scale.score(figure)).isEqualTo(more.orElseThrow().score(-figure))));
    }

    @Example
    @Label("C4: fewer than five distinct limits are none: most buy once, and a quantile can't tell them apart")
    void refusesTies() {
        var mostBuyOnce = new ArrayList<>(Collections.nCopies(80, 1L));
        mostBuyOnce.addAll(List.of(2L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L));
        assertThat(scale(Better.MORE, mostBuyOnce)).isEmpty();
        assertThat(scale(Better.MORE, List.of(1L, 2L, 3L, 4L))).isEmpty();
        assertThat(scale(Better.MORE, List.of())).isEmpty();
    }

    private static Optional<Scale> scale(Better better, List<Long> figures) {
        var ranked = new ArrayList<>(figures);
        Collections.sort(ranked);
        if (better == Better.LESS)
            Collections.reverse(ranked);
        return Quantiles.scale(better, ranked.size(), rank -> ranked.get((int) rank));
    }
}
