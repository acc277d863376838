package io.shopcare.order.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.AuditFacet.Finding;
import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Figure;

/** The address is complete down to the number: a bare town or "beside the school" reaches nobody (rules.md, Address). */
@Component
@Order(1)
final class AddressIsComplete implements AuditRule {
    /** Cities without districts: Dongguan, Zhongshan, Danzhou, Jiayuguan. */
    private static final List<String> WITHOUT_DISTRICTS = List.of("4419", "4420", "4604", "6202");
    /** Counties directly under their province have no city. */
    private static final Pattern DIRECTLY_UNDER_PROVINCE = Pattern.compile("\\d{2}90\\d{2}");
    private static final Pattern NUMBER = Pattern
            .compile("[0-9０-９]|[一二三四五六七八九十百]+(号|栋|幢|弄|单元|室|楼|组|队)");

    @Override
    public String name() {
        return "address-is-complete";
    }

    @Override
    public Finding look(io.shopcare.order.orders.Order order, Surroundings surroundings) {
        var missing = missing(order.sale().address());
        return missing.isEmpty()
                ? pass()
                : hold("address-incomplete", new Figure("missing", String.join(", ", missing)));
    }

    private static List<String> missing(Address address) {
        var missing = new ArrayList<String>();
        if (address.country().equals("CN")) {
            var division = address.divisionCode() == null ? "" : address.divisionCode();
            if (!division.isEmpty() && !division.matches("\\d{6}"))
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
        return missing;
    }

    private static void require(List<String> missing, String part, @Nullable String value) {
        if (value == null || value.isBlank())
            missing.add(part);
    }
}
