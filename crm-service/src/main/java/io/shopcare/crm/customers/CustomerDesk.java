package io.shopcare.crm.customers;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;

/** Hands out profiles to those who may see them: staff of the shop, programs, and the customer. */
public final class CustomerDesk {
    private final AggregateStore<Customer> customers;
    private final Identities identities;

    CustomerDesk(AggregateStore<Customer> customers, Identities identities) {
        this.customers = customers;
        this.identities = identities;
    }

    /** @throws ProblemException not-found, also for somebody else's customer */
    public Stored<Customer> show(String customerId, Person person) {
        return customers.find(customerId).filter(found -> maySee(person, found.aggregate()))
                .orElseThrow(ProblemException::notFound);
    }

    /** @throws ProblemException not-found, also for somebody else */
    Stored<Customer> show(Buyer buyer, Person person) {
        return identities.customerOf(buyer).map(id -> show(id, person)).orElseThrow(ProblemException::notFound);
    }

    private static boolean maySee(Person person, Customer customer) {
        return person.worksIn(customer.shop()) || customer.buyers().stream()
                .anyMatch(buyer -> person.isBuyer(buyer.shop(), buyer.channel(), buyer.buyerId()));
    }
}
