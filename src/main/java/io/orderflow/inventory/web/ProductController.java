package io.orderflow.inventory.web;

import io.orderflow.inventory.InventoryService;
import io.orderflow.inventory.SavedProduct;
import io.orderflow.inventory.StockReserved;
import io.orderflow.shared.Money;
import io.orderflow.shared.Sku;
import io.orderflow.web.ApiProblem;
import io.orderflow.web.PageBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue: anyone logged in reads it, ops writes it. */
@RestController
@RequestMapping("/api/products")
@Tag(name = "Catalogue")
class ProductController {

    private final InventoryService inventory;

    ProductController(InventoryService inventory) {
        this.inventory = inventory;
    }

    /** Sorted by one property; equal ones, and all without {@code sort}, by SKU. Pages end where row numbers leave an int. */
    @GetMapping
    PageBody<ProductBody> list(@RequestParam(defaultValue = "0") @Min(0) @Max(20_000_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size,
            @RequestParam(defaultValue = "sku")
            @Pattern(regexp = "(sku|name|price|onHand|reserved)(,(asc|desc))?") String sort) {
        return PageBody.of(inventory.products(PageRequest.of(page, size, order(sort))), ProductBody::of);
    }

    @GetMapping("/{sku}")
    ProductBody get(@PathVariable String sku) {
        return parse(sku).flatMap(inventory::product).map(ProductBody::of).orElseThrow(() ->
                new ApiProblem(HttpStatus.NOT_FOUND, "PRODUCT_NOT_FOUND", sku).with("skus", List.of(sku)));
    }

    @PutMapping("/{sku}")
    ResponseEntity<ProductBody> put(@PathVariable String sku, @Valid @RequestBody ProductRequest request) {
        Sku known = parse(sku).orElseThrow(ProductController::malformedSku);
        try {
            SavedProduct saved = inventory.put(known, request.name(), Money.won(request.price()), request.onHand());
            ResponseEntity.BodyBuilder answer = saved.created()
                    ? ResponseEntity.created(URI.create("/api/products/" + known)) : ResponseEntity.ok();
            return answer.body(ProductBody.of(saved.product()));
        } catch (StockReserved refusal) {
            throw new ApiProblem(HttpStatus.CONFLICT, "STOCK_RESERVED", known.value(), refusal.reserved())
                    .with("reserved", refusal.reserved());
        }
    }

    private static Sort order(String sort) {
        String[] parts = sort.split(",");
        Sort.Direction direction = Sort.Direction.fromString(parts.length == 1 ? "asc" : parts[1]);
        Sort first = Sort.by(direction, parts[0]);
        return "sku".equals(parts[0]) ? first : first.and(Sort.by("sku"));
    }

    /** Empty for what can be no product's SKU. */
    private static Optional<Sku> parse(String sku) {
        try {
            return Optional.of(new Sku(sku));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ApiProblem malformedSku() {
        return new ApiProblem(HttpStatus.BAD_REQUEST, "VALIDATION_FAILED").with("errors",
                List.of(Map.of("field", "sku", "message", "must be 1 to 40 of A-Z 0-9 -")));
    }
}
