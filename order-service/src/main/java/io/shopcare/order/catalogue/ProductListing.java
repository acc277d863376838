package io.shopcare.order.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.problems.FieldProblem;

/** What a person, a file or another system says of a product. */
public record ProductListing(@NotBlank @Size(max = 200) String title,
        @NotBlank @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 64) String category, boolean onSale,
        @Nullable @Size(max = 50) List<@Pattern(regexp = "[A-Z]{2}") String> markets,
        @Nullable @Size(max = 50) Map<@NotBlank @Size(max = 60) String, @NotBlank @Size(max = 200) String> facts) {
    private static final int ID_LENGTH = 64;

    /** The page that it makes. */
    public Product.Page page() {
        return new Product.Page(title, category, onSale, markets == null ? List.of() : markets,
                facts == null ? Map.of() : facts);
    }

    /** What is wrong with the id that it is listed under. */
    public static Optional<FieldProblem> problem(String productId) {
        boolean isRight = productId.length() <= ID_LENGTH && productId.matches("[0-9A-Za-z][0-9A-Za-z_-]*");
        return isRight ? Optional.empty() : Optional.of(new FieldProblem("productId", "malformed", Map.of()));
    }
}
