package io.shopcare.order.parcels;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import io.shopcare.order.trade.ChosenCarrier;

/**
 * @param warehouse          from where parcels leave when no stock is held for their orders
 * @param carrier            that takes them
 * @param defaultPackaging   used when the packer names none
 * @param packaging          kinds of packaging and their weight in grams
 * @param pickerMayInspect   shops in which one person may pick and inspect the same parcel
 */
@Validated
@ConfigurationProperties("shopcare.order.fulfilment")
record FulfilmentSettings(@DefaultValue("main") String warehouse, @DefaultValue("shunfeng") String carrier,
        @DefaultValue("box") String defaultPackaging, Map<String, Integer> packaging, Set<String> pickerMayInspect)
        implements
            ChosenCarrier {
    FulfilmentSettings {
        packaging = packaging == null || packaging.isEmpty()
                ? Map.of("bag", 40, "box", 230, "box-l", 420, "gift-box", 350, "gift-box-l", 480)
                : Map.copyOf(packaging);
        pickerMayInspect = pickerMayInspect == null ? Set.of() : Set.copyOf(pickerMayInspect);
        if (!packaging.containsKey(defaultPackaging))
            throw new IllegalArgumentException("no weight is set for the packaging " + defaultPackaging);
    }

    @Override
    public String of(String shop) {
        return carrier;
    }

    Packaging usual() {
        return packaging(defaultPackaging).orElseThrow();
    }

    Optional<Packaging> packaging(String kind) {
        return Optional.ofNullable(packaging.get(kind)).map(grams -> new Packaging(kind, grams));
    }
}
