/** The extension, used. */
@NullMarked
package io.shopcare.mongo.junit;

import org.jspecify.annotations.NullMarked;
