package io.orderflow.inventory.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.orderflow.inventory.InventoryService;
import io.orderflow.inventory.StockItem;
import io.orderflow.web.PageBody;
import io.orderflow.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The HTTP endpoints with which every user reads the catalogue. */
@RestController
@RequestMapping(path = "/api/products", produces = APPLICATION_JSON_VALUE)
@Tag(name = "Catalogue")
class ProductController {

    private final InventoryService inventory;

    ProductController(InventoryService inventory) {
        this.inventory = inventory;
    }

    /**
     * Returns one page of products. Products that are equal by the sorting are sorted by SKU. The last page is limited,
     * so that row numbers fit into an int.
     */
    @Operation(summary = "List the products")
    @ApiResponse(responseCode = "200", description = "One page of the products", useReturnTypeSchema = true)
    @Refuses("400 VALIDATION_FAILED")
    @GetMapping
    PageBody<ProductBody> list(
            @RequestParam(defaultValue = "0") @Min(0) @Max(20_000_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size,
            @RequestParam(defaultValue = "sku") @Pattern(regexp = "(sku|name|price|onHand|reserved)(,(asc|desc))?")
                    String sort) {
        return PageBody.of(inventory.products(PageRequest.of(page, size, order(sort))), ProductBody::of);
    }

    @Operation(summary = "Read a product")
    @ApiResponse(responseCode = "200", description = "The product, with its ETag", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "304", description = "The product has the ETag of If-None-Match", content = @Content)
    @Refuses("404 PRODUCT_NOT_FOUND")
    @GetMapping("/{sku}")
    @Nullable
    ResponseEntity<ProductBody> get(@PathVariable String sku, WebRequest request) {
        StockItem item =
                ProductProblems.sku(sku).flatMap(inventory::product).orElseThrow(() -> ProductProblems.notFound(sku));
        if (request.checkNotModified(ProductTag.of(item))) {
            return null;
        }
        return ResponseEntity.ok().eTag(ProductTag.of(item)).body(ProductBody.of(item));
    }

    private static Sort order(String sort) {
        String[] parts = sort.split(",");
        Sort.Direction direction = Sort.Direction.fromString(parts.length == 1 ? "asc" : parts[1]);
        Sort first = Sort.by(direction, parts[0]);
        return "sku".equals(parts[0]) ? first : first.and(Sort.by("sku"));
    }
}
