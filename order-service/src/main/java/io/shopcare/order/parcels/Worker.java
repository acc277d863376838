package io.shopcare.order.parcels;

import java.util.Set;

import io.shopcare.platform.security.Person;

/** Who works on a parcel, in which roles. */
record Worker(String id, Set<String> roles) {
    static Worker of(Person person) {
        return new Worker(person.id(), person.roles());
    }
}
