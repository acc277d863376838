package io.shopcare.order.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.MortalStore;
import io.shopcare.order.catalogue.Sku;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Outcome;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("O9a: catalogues of other systems")
class TakingACatalogueTest {
    private static final String MUG = """
            {"sku":"MUG","revision":3,"title":"马克杯","category":"home","price":{"amount":"39.00","currency":"CNY"},\
            "grams":350,"onSale":true,"floor":{"amount":"29.00","currency":"CNY"},"facts":{"材质":"陶瓷"}}
            """;
    private static final String PRODUCT = """
            {"product":"mug","revision":4,"title":"搪瓷杯","category":"home","onSale":true,"markets":["CN"],\
            "facts":{"材质":"搪瓷"}}
            """;
    private static final String VARIANT = """
            {"sku":"MUG-RED","revision":4,"productId":"mug","title":"搪瓷杯 红色","category":"home",\
            "price":{"amount":"39.00","currency":"CNY"},"grams":260,"onSale":true}
            """;
    private static final String CSV = """
            sku,title,category,price,floor,grams,onSale,markets,services,facts,intact,revision
            MUG,马克杯,home,39.00,29.00,350,true,CN;HK,broken-is-replaced,材质=陶瓷;容量=350 ml,general,3
            """;
    private static final String COUPON = """
            {"offer":"WINTER10","revision":1,"name":"冬日券","coupon":true,"threshold":{"spend":{"amount":"100.00",\
            "currency":"CNY"},"off":{"amount":"10.00","currency":"CNY"},"repeats":false},\
            "from":"2026-11-01T00:00:00Z","until":"2026-12-01T00:00:00Z","total":100}
            """;
    private static final String A_HOLE = """
            {"parts":[null],"price":{"amount":"1.00","currency":"CNY"}}\
            """;
    private final ImportDesk desk = new ImportDesk();

    @Test
    @DisplayName("O9a CSV: a column that says a text where another puts something into makes bad rows, and the import ends")
    void readsOnBehindColumnsThatQuarrel() throws IOException {
        var file = """
                sku,title,category,price,grams,onSale,revision,inMarkets,facts.US
                MUG,马克杯,home,39.00,350,true,3,CN,material=china
                CUP,杯,home,19.00,250,true,1,,material=china
                """;
        assertThat(finished("k1", file).progress()).isEqualTo(new OrderImport.Progress(2, 1, 0, 1));
    }

    @Test
    @DisplayName("O9a JSON lines: each line is a SKU that belongs to the system from then on; the file again brings nothing")
    void takesJsonLines() throws IOException {
        assertThat(finished("k1", MUG).progress()).isEqualTo(new OrderImport.Progress(1, 1, 0, 0));
        assertThat(finished("k2", MUG).progress()).isEqualTo(new OrderImport.Progress(1, 0, 1, 0));

        assertThat(sku("MUG").owner()).isEqualTo(new Sku.Owner("erp", 3L));
        assertThat(sku("MUG").page().floor()).hasToString("29.00 CNY");
        assertThat(sku("MUG").page().facts()).containsEntry("材质", "陶瓷");
    }

    @Test
    @DisplayName("O9a what one market is told otherwise comes by either file; a market that is none makes a bad row")
    void takesWhatAMarketIsTold() throws IOException {
        finished("csv", """
                sku,title,category,price,grams,onSale,facts,facts.US,floor.US,revision
                MUG,马克杯,home,39.00,350,true,容量=350 ml,容量=12 fl oz;插头=A,35.00,3
                CUP,杯,home,39.00,350,true,,,,1
                """);
        var there = sku("MUG").page().inMarkets();
        assertThat(there).isEqualTo(Map.of("US", new Sku.InMarket(Map.of("容量", "12 fl oz", "插头", "A"),
                Money.of("35.00", "CNY"))));
        assertThat(sku("CUP").page().inMarkets()).isEmpty();

        var inMarkets = "\"inMarkets\":{\"US\":{\"facts\":{\"插头\":\"A\"},\"floor\":{\"amount\":\"35.00\",\"currency\":\"CNY\"}}}}";
        finished("json", MUG.replace(":3,", ":4,").replace("\"陶瓷\"}}", "\"陶瓷\"}," + inMarkets));
        assertThat(sku("MUG").revision()).isEqualTo(2);
        assertThat(sku("MUG").page().inMarkets().get("US").facts()).isEqualTo(Map.of("插头", "A"));

        finished("bad", (MUG + MUG).replace(":3,", ":5,").replace("\"陶瓷\"}}", "\"陶瓷\"}," + inMarkets)
                .replaceFirst("\"US\"", "\"USA\"")
                .replaceAll("35.00\",\"currency\":\"CNY", "35.00\",\"currency\":\"USD"));
        assertThat(desk.badRows()).extracting(row -> row.line() + " " + row.facts().get("field")).containsExactly(
                "1 inMarkets.USA", "2 inMarkets.US.floor");
    }

    @Test
    @DisplayName("O9a CSV says the same")
    void takesCsv() throws IOException {
        assertThat(finished("k", CSV).progress()).isEqualTo(new OrderImport.Progress(1, 1, 0, 0));

        var page = sku("MUG").page();
        assertThat(page.price()).hasToString("39.00 CNY");
        assertThat(page.markets()).containsExactly("CN", "HK");
        assertThat(page.services()).containsExactly("broken-is-replaced");
        assertThat(page.facts()).containsEntry("容量", "350 ml").hasSize(2);
        assertThat(page.onSale()).isTrue();
    }

    @Test
    @DisplayName("O9a each bad line is told with its number, field and reason; the good ones are taken")
    void tellsBadLines() throws IOException {
        var file = MUG + "not json\n" + MUG.replace("\"MUG\"", "\"M G\"") + MUG.replace("39.00", "0.00")
                .replace("\"MUG\"", "\"M2\"") + MUG.replace("\"grams\":350", "\"grams\":\"heavy\"")
                + MUG.replace("home", "Haus!") + MUG.replace("\"MUG\"", "\"CUP\"");
        assertThat(finished("k", file).progress()).isEqualTo(new OrderImport.Progress(7, 2, 0, 5));
        assertThat(desk.badRows()).extracting(row -> row.line() + " " + row.reason() + " " + row.facts().get("field"))
                .containsExactly("2 row-not-readable null", "3 row-field-wrong sku", "4 row-field-wrong price",
                        "5 row-field-wrong grams", "6 row-field-wrong category");
    }

    @Test
    @DisplayName("O9a a file is read as strictly as a request: no unknown field, nothing missing, no holes, real times")
    void isAsStrictAsARequest() throws IOException {
        var file = MUG.replace("\"onSale\"", "\"OnSale\":true,\"onSale\"") + MUG.replace("\"onSale\":true,", "")
                + MUG.replace("\"floor\"", "\"markets\":[null],\"floor\"") + MUG.replace(":3,", ":\"x\",")
                + MUG.replace("}}\n", "}} {}\n") + COUPON.replace("\"coupon\"", "\"Coupon\":true,\"coupon\"")
                + COUPON.replace("2026-12-01", "+999999999-12-01")
                + COUPON.replaceAll("\"threshold\".*\"from", "\"bundle\":" + A_HOLE + ",\"from")
                + COUPON + MUG.replace("39.00", "999999999999999.99")
                + COUPON.replaceAll("\"off\":\\{\"amount\":\"[0-9.]+\"", "\"off\":{\"amount\":\"999999999999999.99\"");
        assertThat(finished("k", file).progress()).isEqualTo(new OrderImport.Progress(11, 1, 0, 10));
        assertThat(desk.badRows()).extracting(row -> row.line() + " " + row.reason() + " " + row.facts().get("field")
                + " " + row.facts().get("problem"))
                .containsExactly("1 row-field-wrong OnSale unknown-field", "2 row-field-wrong onSale malformed",
                        "3 row-field-wrong markets malformed", "4 row-field-wrong revision malformed",
                        "5 row-not-readable null null", "6 row-field-wrong Coupon unknown-field",
                        "7 row-field-wrong until malformed", "8 row-field-wrong bundle malformed",
                        "10 row-field-wrong price too-large", "11 row-field-wrong threshold too-large");
    }

    @Test
    @DisplayName("O9a CSV that does not say whether goods are on sale takes nothing off sale")
    void takesNothingOffSale() throws IOException {
        finished("k1", MUG);
        assertThat(finished("k2", "sku,title,category,price,grams\nMUG,马克杯,home,39.00,350\n").progress().bad())
                .isEqualTo(1);
        assertThat(sku("MUG").page().onSale()).isTrue();
        assertThat(desk.badRows()).singleElement()
                .satisfies(row -> assertThat(row.facts()).containsEntry("field", "onSale"));
    }

    @Test
    @DisplayName("O9a what belongs to another system is not taken, and the line names the owner")
    void leavesToItsOwner() throws IOException {
        finished("k", MUG);
        var other = desk.start(ImportKind.CATALOGUE, "pim", "k3", MUG.getBytes(UTF_8)).orThrow().stored().aggregate();
        assertThat(desk.theImport(other.importId()).progress().bad()).isEqualTo(1);
        assertThat(desk.badRows()).singleElement().satisfies(row -> {
            assertThat(row.reason()).isEqualTo("owned-elsewhere");
            assertThat(row.facts()).containsEntry("owner", "erp");
        });
    }

    @Test
    @DisplayName("O9a killed after any write and read on by another: the same SKUs, each in one version")
    void goesOnAfterACrash() throws IOException {
        var file = new StringBuilder();
        for (int i = 0; i < 100; i++)
            file.append(MUG.replace("\"MUG\"", "\"MUG-" + i + "\""));
        for (int writes = 1; writes < 110; writes += 7) {
            var each = new ImportDesk();
            each.diesAfterWrites(writes);
            assertThatThrownBy(() -> each.start(ImportKind.CATALOGUE, "erp", "k", file.toString().getBytes(UTF_8)))
                    .isInstanceOf(MortalStore.Killed.class);
            each.livesOn();
            var id = each.imports.all().getFirst().id();
            each.readOn(id);

            assertThat(each.theImport(id).state()).isEqualTo(ImportState.FINISHED);
            assertThat(each.theImport(id).progress().rows()).isEqualTo(100);
            var mugs = new ArrayList<Sku>();
            each.skus.all().forEach(stored -> mugs.add(stored.aggregate()));
            assertThat(mugs).filteredOn(sku -> sku.sku().startsWith("MUG-")).hasSize(100)
                    .allMatch(sku -> sku.revision() == 1);
        }
    }

    @Test
    @DisplayName("O9a offers come in by the same file, and belong to the system")
    void takesOffers() throws IOException {
        var file = MUG + COUPON + COUPON.replace("WINTER10", "W2").replace("\"threshold\"", "\"thresh\"");
        assertThat(finished("k1", file).progress()).isEqualTo(new OrderImport.Progress(3, 2, 0, 1));
        assertThat(finished("k2", file).progress()).isEqualTo(new OrderImport.Progress(3, 0, 2, 1));
        var offer = desk.offers.find("nuanyang/WINTER10").orElseThrow().aggregate();
        assertThat(offer.owner()).isEqualTo(new Sku.Owner("erp", 1L));
        assertThat(offer.terms().limits().total()).isEqualTo(100);
    }

    @Test
    @DisplayName("O9a products come in by the same file, before or after their SKUs, and belong to the system; twice is once")
    void takesProducts() throws IOException {
        var file = VARIANT + PRODUCT + VARIANT.replace("MUG-RED", "MUG-BLUE") + PRODUCT.replace("\"onSale\":true,", "");
        assertThat(finished("k1", file).progress()).isEqualTo(new OrderImport.Progress(4, 3, 0, 1));
        assertThat(finished("k2", file).progress()).isEqualTo(new OrderImport.Progress(4, 0, 3, 1));

        var product = desk.products.find("nuanyang/mug").orElseThrow().aggregate();
        assertThat(product.owner()).isEqualTo(new Sku.Owner("erp", 4L));
        assertThat(product.page().facts()).containsEntry("材质", "搪瓷");
        assertThat(sku("MUG-BLUE").snapshot().productRevision()).isEqualTo(1);
        assertThat(desk.badRows()).first().satisfies(row -> {
            assertThat(row.line()).isEqualTo(4);
            assertThat(row.facts()).containsEntry("field", "onSale");
        });
    }

    @Test
    @DisplayName("O9a an older line changes no product; one of another system is refused with its owner; a wrong id is named")
    void leavesProductsToTheirOwner() throws IOException {
        finished("k1", PRODUCT);
        assertThat(finished("k2", PRODUCT.replace("\"revision\":4", "\"revision\":3").replace("搪瓷", "塑料"))
                .progress().repeated()).isEqualTo(1);
        var other = desk.start(ImportKind.CATALOGUE, "pim", "k3", (PRODUCT + PRODUCT.replace("\"mug\"", "\"a mug\""))
                .getBytes(UTF_8)).orThrow().stored().aggregate();
        assertThat(desk.theImport(other.importId()).progress().bad()).isEqualTo(2);
        assertThat(desk.badRows()).extracting(row -> row.reason() + " " + row.facts().get("owner") + " "
                + row.facts().get("field"))
                .containsExactly("owned-elsewhere erp null", "row-field-wrong null productId");
        assertThat(desk.products.find("nuanyang/mug").orElseThrow().aggregate().page().facts())
                .containsEntry("材质", "搪瓷");
    }

    @Test
    @DisplayName("O9a killed after any write of a file with products and SKUs, and read on: each is there, in one version")
    void goesOnWithProducts() throws IOException {
        var file = new StringBuilder();
        for (int i = 0; i < 60; i++)
            file.append(PRODUCT.replace("\"mug\"", "\"mug-" + i + "\""))
                    .append(VARIANT.replace("MUG-RED", "MUG-" + i).replace("\"mug\"", "\"mug-" + i + "\""));
        for (int writes = 1; writes < 125; writes += 11) {
            var each = new ImportDesk();
            each.diesAfterWrites(writes);
            assertThatThrownBy(() -> each.start(ImportKind.CATALOGUE, "erp", "k", file.toString().getBytes(UTF_8)))
                    .isInstanceOf(MortalStore.Killed.class);
            each.livesOn();
            var id = each.imports.all().getFirst().id();
            each.readOn(id);

            assertThat(each.theImport(id).progress().rows()).isEqualTo(120);
            assertThat(each.products.all()).hasSize(60).allMatch(product -> product.aggregate().revision() == 1);
            assertThat(each.skus.all()).filteredOn(sku -> sku.aggregate().sku().startsWith("MUG-")).hasSize(60)
                    .allMatch(sku -> sku.aggregate().revision() == 1 && sku.aggregate().product() != null);
        }
    }

    @Test
    @DisplayName("O9a every line of the sample is taken")
    void takesTheSample() throws IOException {
        var sample = Files.readString(Path.of("samples", "catalogue-erp.jsonl"));
        var done = finished("k1", sample).progress();
        assertThat(done.placed()).isEqualTo(sample.lines().count());
        assertThat(desk.products.all()).isNotEmpty();
    }

    @Test
    void refusesWhatIsNoCatalogue() throws IOException {
        var refused = desk.start(ImportKind.CATALOGUE, "erp", "k", "a,b\n1,2\n".getBytes(UTF_8));
        assertThat(refused).isInstanceOfSatisfying(Outcome.Rejected.class,
                rejected -> assertThat(rejected.rejection().code()).isEqualTo("catalogue-unknown"));
    }

    private OrderImport finished(String key, String file) throws IOException {
        var started = desk.start(ImportKind.CATALOGUE, "erp", key, file.getBytes(UTF_8)).orThrow().stored();
        var done = desk.theImport(started.id());
        assertThat(done.state()).isEqualTo(ImportState.FINISHED);
        return done;
    }

    private Sku sku(String code) {
        return desk.skus.find(Sku.id("nuanyang", code)).orElseThrow().aggregate();
    }
}
