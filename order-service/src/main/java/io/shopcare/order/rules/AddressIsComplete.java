package io.shopcare.order.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.rules.AuditRule.None;
import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Figure;

/** The address is complete down to the number: a bare town or "beside the school" reaches nobody (rules.md, Address). */
@Component
final class AddressIsComplete implements AuditRule<None> {
    /** Cities without districts: Dongguan, Zhongshan, Danzhou, Jiayuguan. */
    private static final List<String> WITHOUT_DISTRICTS = List.of("4419", "4420", "4604", "6202");
    /** Counties directly under their province have no city. */
    private static final Pattern DIRECTLY_UNDER_PROVINCE = Pattern.compile("\\d{2}90\\d{2}");
    private static final Pattern NUMBER = Pattern
            .compile("[0-9０-９]|[一二三四五六七八九十百]+(号|栋|幢|弄|单元|室|楼|组|队)");

    /** What is left of a detail without numbers and what they count: the road, the village or the building. */
    private static final Pattern ROAD = Pattern.compile("[\\p{L}&&[^一二三四五六七八九十百号栋幢弄单元室楼组队]]");

    @Override
    public String name() {
        return "address-is-complete";
    }

    @Override
    public Class<None> settings() {
        return None.class;
    }

    @Override
    public Saw look(Order order, None settings, Surroundings around) {
        var missing = missing(order.sale().address());
        return missing.isEmpty()
                ? Saw.fine()
                : Saw.concern("address-incomplete", new Figure("missing", String.join(", ", missing)));
    }

    private static List<String> missing(Address address) {
        var missing = new ArrayList<String>();
        if (address.country().equals("CN")) {
            var division = address.divisionCode() == null ? "" : address.divisionCode();
            // parcels are sorted by the code: one of another province sends this one there
            if (!division.isEmpty()
                    && (!Provinces.know(division) || Provinces.contradict(division, address.province())))
                missing.add("division-code");
            require(missing, "province", address.province());
            if (!DIRECTLY_UNDER_PROVINCE.matcher(division).matches())
                require(missing, "city", address.city());
            if (division.length() < 4 || !WITHOUT_DISTRICTS.contains(division.substring(0, 4)))
                require(missing, "district", address.district());
        } else
            require(missing, "city", address.city());
        var whole = (address.street() == null ? "" : address.street()) + address.detail();
        if (!NUMBER.matcher(whole).find())
            missing.add("house-number");
        if (address.country().equals("CN") && !ROAD.matcher(whole).find())
            missing.add("road");
        return missing;
    }

    private static void require(List<String> missing, String part, @Nullable String value) {
        if (value == null || value.isBlank())
            missing.add(part);
    }
}
