{ there: std.thisFile }
