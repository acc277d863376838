package io.shopcare.order.rules;

import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.rules.AuditRule.None;

/**
 * The carrier can call the phone. Mobile numbers in China are judged by their form, with no list of prefixes, and may be
 * virtual with an extension (rules.md, Phone); all others as their country numbers them.
 */
@Component
final class PhoneIsValid implements AuditRule<None> {
    private static final Pattern CHINESE_MOBILE = Pattern.compile("(\\+?86)?1[3-9]\\d{9}(-\\d{1,6})?");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    @Override
    public String name() {
        return "phone-is-valid";
    }

    @Override
    public Class<None> settings() {
        return None.class;
    }

    @Override
    public Saw look(Order order, None settings, Surroundings around) {
        var address = order.sale().address();
        var region = address.country().isBlank() ? around.region() : address.country();
        return isValid(address.phone(), region) ? Saw.fine() : Saw.concern("phone-invalid");
    }

    private boolean isValid(String phone, String region) {
        var plain = phone.replaceAll("[\\s()（）]", "");
        if (region.equals("CN") && CHINESE_MOBILE.matcher(plain).matches())
            return true;
        try {
            return numbers.isValidNumber(numbers.parse(plain, region));
        } catch (NumberParseException e) {
            return false;
        }
    }
}
