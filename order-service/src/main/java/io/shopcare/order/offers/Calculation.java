package io.shopcare.order.offers;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.media.Schema;

import io.shopcare.order.trade.Figure;
import io.shopcare.platform.money.Money;

/**
 * What a basket costs, and why: {@code goods - discount + freight = total}, and the lines add up to it to the last unit.
 *
 * @param offers every offer that was looked at, with the reason why it counts or not
 * @param quote  taken off by an agent, share by share; none when nothing was
 */
public record Calculation(List<Line> lines, List<Considered> offers, List<Money> quote, Money goods,
        Money discount, Money freight, Money total) {

    /** One line; {@code amount = full - discount}. */
    @Schema(name = "CalculationLine")
    public record Line(String lineId, Money full, Money discount, Money amount) {}

    /**
     * An offer that was looked at.
     *
     * @param amount  taken off; zero when it does not count
     * @param shares  of the lines, in their order
     * @param reason  code of reasons.yaml
     * @param figures that its text quotes
     */
    public record Considered(String offerId, int version, String name, boolean coupon, boolean applied, Money amount,
            List<Money> shares, String reason, List<Figure> figures) {
        public Considered {
            shares = List.copyOf(shares);
            figures = List.copyOf(figures);
        }

        /** The figures by name. */
        public Map<String, Object> facts() {
            var facts = new TreeMap<String, Object>();
            figures.forEach(figure -> facts.put(figure.name(), figure.value()));
            return facts;
        }
    }

    public Calculation {
        lines = List.copyOf(lines);
        offers = List.copyOf(offers);
        quote = List.copyOf(quote);
    }

    /** Those that count. */
    public Stream<Considered> applied() {
        return offers.stream().filter(Considered::applied);
    }
}
