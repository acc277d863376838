package io.shopcare.order.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.Address;

/**
 * An address as sheets write it, its parts divided by spaces: province, city, district, street, detail. What is not there
 * stays empty: whether it can be delivered is for the audit to say.
 */
final class SheetAddress {
    private static final Pattern PROVINCE = Pattern.compile(".+(省|自治区|特别行政区)|(北京|上海|天津|重庆)市?");
    private static final Pattern CITY = Pattern.compile(".+(市|自治州|地区|盟)");
    private static final Pattern DISTRICT = Pattern.compile(".+(?<!小|社|园|校|厂)区|.+(县|旗|市)");
    private static final Pattern STREET = Pattern.compile(".+(街道|镇|乡|苏木)");
    private static final Pattern POSTCODE = Pattern.compile("\\s*\\(\\d{6}\\)\\s*$");

    private SheetAddress() {}

    static Address of(Cells cells) throws BadCellException {
        var changed = cells.optional(SheetColumn.CHANGED_ADDRESS);
        var text = POSTCODE.matcher(changed.isEmpty() ? cells.required(SheetColumn.ADDRESS) : changed).replaceAll("");
        var parts = new ArrayList<>(List.of(text.split("\\s+")));
        var province = take(parts, PROVINCE);
        var city = take(parts, CITY);
        var district = take(parts, DISTRICT);
        var street = take(parts, STREET);
        var mobile = cells.optional(SheetColumn.MOBILE);
        return new Address("CN", null, province, city, district, street, String.join(" ", parts),
                cells.required(SheetColumn.RECEIVER),
                mobile.isEmpty() ? cells.optional(SheetColumn.TELEPHONE) : mobile, null);
    }

    /** The last part is always the detail, whatever it looks like. */
    private static @Nullable String take(List<String> parts, Pattern pattern) {
        return parts.size() > 1 && pattern.matcher(parts.getFirst()).matches() ? parts.removeFirst() : null;
    }
}
