/** JUnit 5 extension: a server for a test class. */
@NullMarked
package io.shopcare.mongo.junit;

import org.jspecify.annotations.NullMarked;
