package io.shopcare.crm.blacklist;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.shopcare.crm.blacklist.BlacklistEntry.ListedBuyer;
import io.shopcare.crm.blacklist.BlacklistEntry.Subject;
import io.shopcare.platform.problems.InvalidFieldException;

/**
 * Whom a shop lists: exactly one of buyer, phone and address.
 *
 * @param expires when it ends by itself; null: never
 */
@Schema(example = """
        {"shop": "nuanyang", "buyer": {"channel": "web", "buyerId": "tom"}, "reason": "refused-deliveries", "note": "三次拒收",
         "expires": "2099-01-01T00:00:00Z"}""")
record NewEntry(@NotBlank String shop, @Nullable @Valid NewBuyer buyer,
        @Nullable @Size(min = 5, max = 40) String phone, @Nullable @Valid NewAddress address,
        @NotNull BlacklistReason reason, @Nullable @Size(max = 500) String note, @Nullable Instant expires) {

    private static final int MIN_DIGITS = 5;

    /** In one channel. */
    record NewBuyer(@NotBlank @Size(max = 32) String channel, @NotBlank @Size(max = 128) String buyerId) {}

    /** As orders bear it. */
    record NewAddress(@NotBlank @Size(min = 2, max = 2) String country, @Nullable @Size(max = 60) String province,
            @Nullable @Size(max = 60) String city, @Nullable @Size(max = 60) String district,
            @Nullable @Size(max = 60) String street, @NotBlank @Size(max = 200) String detail) {
        private List<String> parts() {
            return Stream.of(country, text(province), text(city), text(district), text(street), detail).toList();
        }

        private static String text(@Nullable String part) {
            return part == null ? "" : part;
        }

        @Override
        public String toString() {
            return "NewAddress[redacted]";
        }
    }

    /** What of it is kept: of a phone and an address the digest alone. */
    Subject subject(SubjectKeys keys) {
        if (Stream.of(buyer != null, phone != null, address != null).filter(given -> given).count() > 1)
            throw new InvalidFieldException("buyer", "one-filter-only", null);
        if (buyer != null)
            return new Subject("buyer", keys.ofBuyer(shop, buyer.channel(), buyer.buyerId()), new ListedBuyer(buyer
                    .channel(), buyer.buyerId()));
        if (phone != null && phone.codePoints().filter(Character::isDigit).count() < MIN_DIGITS)
            throw new InvalidFieldException("phone", "malformed", null);
        if (phone != null)
            return new Subject("phone", keys.ofPhone(shop, phone), null);
        if (address != null)
            return new Subject("address", keys.ofAddress(shop, address.parts()), null);
        throw new InvalidFieldException("buyer", "required", null);
    }

    @Override
    public String toString() {
        return "NewEntry[" + shop + " " + reason + "]";
    }
}
