package io.shopcare.platform.parking;

import java.util.List;
import java.util.Optional;

/** All readings of this program. */
public record Readers(List<Reader> all) {
    public Readers {
        all = List.copyOf(all);
    }

    /** The one that parked a key; empty when this program reads the topic so no longer. */
    Optional<Reader> of(ParkedKey key) {
        return all.stream().filter(one -> one.group().equals(key.group()) && one.topic().equals(key.topic()))
                .findFirst();
    }
}
