package io.shopcare.order.rules;

import java.util.List;
import java.util.Optional;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.springframework.core.io.ClassPathResource;

import io.shopcare.platform.testkit.store.InMemoryAggregateStore;

/** All rules, in surroundings without neighbours, and the product's choice of them. */
public final class RulesOfTests {
    private static final RemoteAreas AREAS = DefaultRules.read(new ClassPathResource("remote-areas.yaml"),
            RemoteAreas.class);

    private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();
    private static final DefaultRules DEFAULTS = DefaultRules.read(new ClassPathResource("audit-rules.yaml"),
            DefaultRules.class);

    private RulesOfTests() {}

    public static RuleBook book() {
        return book(NearbyOrdersInMemory.NOBODY);
    }

    static RuleBook book(NearbyOrders nearby) {
        return new RuleBook(List.of(new AddressIsComplete(), new PhoneIsValid(), new SkusAreOnSale(),
                new StockIsHeld(), new PromisesNeedALook(), new RemarkAsksForNothing(), new AreaIsServed(AREAS),
                new AreaIsNotRemote(AREAS), new PriceIsAboveTheFloor(), new AmountIsWithinTheLimit(),
                new AddressIsNoForwarder(), new InvoiceIsValid(), new NothingLikeItWasOrdered(nearby),
                new NothingToMergeWith(nearby),
                new RefundsAreFew((buyer, from, until, most) -> 0),
                new NobodyIsBlacklisted((buyer, address, at) -> Optional.empty())),
                VALIDATOR);
    }

    public static DefaultRules defaults() {
        return DEFAULTS;
    }

    /** The product's own, ready to look. */
    public static ChosenRules standard() {
        return book().choose(defaults().name(), defaults().rules());
    }

    /** What holds where no shop has made a choice. */
    public static CurrentRules current() {
        return new CurrentRules(new InMemoryAggregateStore<>(), new InMemoryAggregateStore<>(), book(), defaults());
    }
}
