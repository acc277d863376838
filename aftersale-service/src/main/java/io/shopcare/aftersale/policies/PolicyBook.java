package io.shopcare.aftersale.policies;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.shopcare.platform.time.HolidayCalendar;

/** All packs and calendars that the program knows. */
public final class PolicyBook {
    private final List<PolicyPack> packs;
    private final Map<String, HolidayCalendar> calendars;

    /** @throws IllegalArgumentException when a pack promises less than the law below it */
    public PolicyBook(List<PolicyPack> packs, List<HolidayCalendar> calendars) {
        this.packs = List.copyOf(packs);
        this.calendars = calendars.stream().collect(Collectors.toMap(HolidayCalendar::jurisdiction, each -> each));
        refuseWorseThanTheLaw();
    }

    /**
     * What holds for a purchase. A promise binds once made, so the day of the purchase chooses the version.
     *
     * @param names   of the packs that the shop goes by
     * @param country of the buyer, ISO 3166-1 alpha-2
     */
    public Policies inForce(List<String> names, String country, String channel, Instant purchase, ZoneId zone) {
        var day = purchase.atZone(zone).toLocalDate();
        var holding = packs.stream().filter(pack -> names.contains(pack.pack()))
                .filter(pack -> pack.holdsFor(country, channel, day)).toList();
        return new Policies(holding, zone,
                calendars.getOrDefault(country, new HolidayCalendar(country, Map.of())));
    }

    /** The sentence of a cited rule by language; none when the citation is of a version that is gone. */
    public Map<String, String> text(Citation citation) {
        return packs.stream().filter(pack -> pack.pack().equals(citation.pack()))
                .filter(pack -> pack.version().equals(citation.version())).flatMap(pack -> pack.rules().stream())
                .filter(rule -> rule.rule().equals(citation.rule())).map(PolicyRule::text).findFirst()
                .orElse(Map.of());
    }

    /** Names of all packs. */
    public Set<String> names() {
        return packs.stream().map(PolicyPack::pack).collect(Collectors.toSet());
    }

    /** Every word that an intact condition knows for what breaks it. */
    public Set<String> breaches() {
        return packs.stream().flatMap(pack -> pack.rules().stream())
                .filter(PolicyRule.IntactGoods.class::isInstance).map(PolicyRule.IntactGoods.class::cast)
                .flatMap(rule -> rule.brokenBy().values().stream()).flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private void refuseWorseThanTheLaw() {
        for (var law : packs)
            if (law.level() == PolicyPack.Level.LAW)
                for (var pack : packs)
                    if (pack.level() != PolicyPack.Level.LAW && pack.jurisdiction().equals(law.jurisdiction())
                            && window(pack) < window(law) && window(pack) > 0)
                        throw new IllegalArgumentException(pack.pack() + " gives fewer days than " + law.pack());
    }

    private static int window(PolicyPack pack) {
        return pack.rules().stream().filter(PolicyRule.ReturnWindow.class::isInstance)
                .mapToInt(rule -> ((PolicyRule.ReturnWindow) rule).days()).max().orElse(0);
    }
}
