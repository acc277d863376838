package io.shopcare.presale.products;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.money.Money;

/** What an agent shows of a product: as order-service tells it now, or as its events told before. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ProductCard(@Schema(example = "COAT-WOOL-GREY-L") String sku,
        @Nullable @Schema(example = "羊毛大衣 灰色 L") String title, @Nullable Money price, @Nullable Boolean onSale,
        @Nullable StockFigures stock) {}
