package io.shopcare.crm.rfm;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.shopcare.crm.customers.Customer;
import io.shopcare.crm.scoring.Group;
import io.shopcare.crm.scoring.Measure;

/** {@link Population} of customers in a list. */
record InMemoryPopulation(Supplier<List<Customer>> all) implements Population {

    private record SortedRanking(List<Long> figures) implements Ranking {
        @Override
        public long count() {
            return figures.size();
        }

        @Override
        public long at(long rank) {
            return figures.get((int) rank);
        }
    }

    @Override
    public long customers(String shop) {
        return of(shop).count();
    }

    @Override
    public Map<Group, Long> groups(String shop) {
        var sizes = new EnumMap<Group, Long>(Group.class);
        for (var group : Group.values())
            sizes.put(group, of(shop).filter(customer -> customer.group() == group).count());
        return sizes;
    }

    @Override
    public Ranking orders(String shop) {
        return ranking(measures(shop), Measure::orders);
    }

    @Override
    public Ranking lastOrders(String shop) {
        return ranking(measures(shop), measure -> measure.lastOrderAt().toEpochMilli());
    }

    @Override
    public Map<String, Ranking> nets(String shop) {
        var nets = new TreeMap<String, Ranking>();
        measures(shop).collect(Collectors.groupingBy(measure -> measure.net().currency()))
                .forEach((currency, measures) -> nets.put(currency,
                        ranking(measures.stream(), measure -> measure.net().minor())));
        return nets;
    }

    private Stream<Measure> measures(String shop) {
        return of(shop).flatMap(customer -> Stream.ofNullable(customer.standing()))
                .flatMap(standing -> Stream.ofNullable(standing.measure()));
    }

    private Stream<Customer> of(String shop) {
        return all.get().stream().filter(customer -> customer.shop().equals(shop));
    }

    private static Ranking ranking(Stream<Measure> measures, ToLongFunction<Measure> figure) {
        return new SortedRanking(measures.mapToLong(figure).sorted().boxed().toList());
    }
}
