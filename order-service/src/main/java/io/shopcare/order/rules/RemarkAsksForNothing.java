package io.shopcare.order.rules;

import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.trade.Figure;
import io.shopcare.order.trade.SellerNote;

/** No remark, of the buyer or of the shop's people, and no flag asks for what only a person can see to (O4). */
@Component
final class RemarkAsksForNothing implements AuditRule<RemarkAsksForNothing.Settings> {

    /**
     * @param words that call for a person; with none, every remark does
     * @param flags that call for a person; null and none are the same
     */
    record Settings(@NotNull @Size(max = 200) List<@NotBlank @Size(max = 40) String> words,
            @Nullable @Size(max = 10) List<SellerNote.@NotNull Flag> flags) {}

    @Override
    public String name() {
        return "remark-asks-for-nothing";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Saw look(Order order, Settings settings, Surroundings around) {
        var note = order.sale().sellerNote();
        return said(order.sale().remark(), "remark", settings)
                .or(() -> note == null ? Optional.empty() : said(note.remark(), "seller-remark", settings))
                .or(() -> note == null ? Optional.empty() : flagged(note.flag(), settings))
                .orElseGet(Saw::fine);
    }

    /** The words are the shop's own; what was written stays out of the reason. */
    private static Optional<Saw> said(@Nullable String remark, String whose, Settings settings) {
        if (remark == null || remark.isBlank())
            return Optional.empty();
        if (settings.words().isEmpty())
            return Optional.of(Saw.concern(whose + "-needs-a-look"));
        var found = Words.in(remark, settings.words());
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(Saw.concern(whose + "-asks-for-something", new Figure("words",
                        String.join(", ", found))));
    }

    private static Optional<Saw> flagged(SellerNote.@Nullable Flag flag, Settings settings) {
        var flags = settings.flags();
        return flag == null || flags == null || !flags.contains(flag)
                ? Optional.empty()
                : Optional.of(Saw.concern("flag-needs-a-look", new Figure("flag", flag.code())));
    }
}
