package io.shopcare.order.orders;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Invoice;
import io.shopcare.platform.money.Money;

/** Bodies of requests about orders. What is missing of an address is the audit's business, not a reason to refuse it. */
public final class OrderRequests {
    private OrderRequests() {}

    /**
     * @param total         that the buyer saw; refused when it became more
     * @param reservationId of the cart that it comes from
     */
    record NewOrder(@NotBlank String shop, @NotEmpty @Size(max = 200) List<@Valid NewLine> lines,
            @NotNull @Valid NewAddress address, @Nullable @Size(max = 500) String remark,
            @Nullable @Size(max = 200) String conversationId, @Nullable @Valid OnBehalfOf buyer,
            @Nullable @Valid NewDiscount discount,
            @Nullable @Size(max = 5) List<@NotBlank @Size(max = 64) String> coupons, @Nullable Money total,
            @Nullable @Size(max = 200) String reservationId, @Nullable @Valid NewInvoice invoice) {}

    /**
     * @param returnExceptionConfirmed the buyer's own tick, for goods that can't be returned without reason (R3)
     * @param seenRevision             of the page that the buyer saw; refused when it became worse since
     */
    record NewLine(@NotBlank @Size(max = 64) String sku, @Positive @Max(10_000) int quantity,
            @Nullable Boolean returnExceptionConfirmed, @Nullable @Positive Integer seenRevision) {}

    record OnBehalfOf(@NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{0,31}") String channel,
            @NotBlank @Size(max = 128) String buyerId) {}

    /** What an agent took off, with the quote that allows it. */
    record NewDiscount(@NotBlank @Size(max = 200) String reference, @NotNull Money amount) {}

    /** An address as somebody typed it. */
    public record NewAddress(@NotBlank @Pattern(regexp = "[A-Z]{2}") String country,
            @Nullable @Size(max = 12) String divisionCode, @Nullable @Size(max = 60) String province,
            @Nullable @Size(max = 60) String city, @Nullable @Size(max = 60) String district,
            @Nullable @Size(max = 60) String street, @NotBlank @Size(max = 200) String detail,
            @NotBlank @Size(max = 60) String name, @NotBlank @Size(max = 40) String phone,
            @Nullable @Email @Size(max = 120) String email) {

        /** As stored. */
        public Address address() {
            return new Address(country, divisionCode, province, city, district, street, detail, name, phone, email);
        }

        @Override
        public String toString() {
            return "NewAddress[redacted]";
        }
    }

    /** An invoice as somebody typed it; a company without its tax number is the audit's business. */
    public record NewInvoice(@NotNull @Pattern(regexp = "personal|company") String kind,
            @NotBlank @Size(max = 100) String title, @Nullable @Size(max = 40) String taxNumber) {

        /** As stored. */
        public Invoice invoice() {
            return new Invoice(kind.equals("company") ? Invoice.Kind.COMPANY : Invoice.Kind.PERSONAL, title.strip(),
                    taxNumber == null || taxNumber.isBlank() ? null : taxNumber.strip());
        }

        @Override
        public String toString() {
            return "NewInvoice[redacted]";
        }
    }

    /** @param reason code of the contract */
    record Cancellation(@NotBlank @Pattern(regexp = "buyer-request|duplicate|out-of-stock|fraud") String reason) {}
}
