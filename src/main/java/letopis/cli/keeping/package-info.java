/// Care of the archive: `import`, `index`, `backup`, `restore`, `takedown`, `retention`, `keys`.
@NullMarked
package letopis.cli.keeping;

import org.jspecify.annotations.NullMarked;
